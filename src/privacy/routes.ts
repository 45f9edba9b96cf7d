import { z } from 'zod';
import type { Download, Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { allOf, done, id, line, moment, OK, pageQuery } from '../platform/http/shapes.ts';
import { changeRetention } from './commands/change-retention.ts';
import { cancelRun } from './commands/forget-by-age.ts';
import { liftHold, putOnHold } from './commands/hold.ts';
import { RULE_KEYS } from './privacy.ts';
import { holds, holdsOut, previewOf, previewOut, retentionRules, ruleOut } from './view.ts';
import { runsAsCsv } from './runs-csv.ts';
import { retentionRuns, runsFilter, runsOut, runsQuery } from './runs.ts';

const tag = 'Personal data';
const ofRule = z.object({ key: z.enum(RULE_KEYS).describe('What the rule is about') });

const retention = [
  route({
    name: 'retentionRules',
    method: 'GET',
    path: '/retention',
    admits: 'limit.edit',
    tag,
    summary: 'How long what is personal is kept, and what would go now',
    answer: allOf(ruleOut),
    handle: async (context) => ({ items: await retentionRules(context) }),
  }),
  route({
    name: 'changeRetention',
    method: 'PUT',
    path: '/retention/:key',
    admits: 'limit.edit',
    tag,
    summary: 'Turn a rule on, to so many days, or off; nothing goes before the next night',
    params: ofRule,
    body: z.strictObject({
      days: z.number().int().min(1).max(36_500).nullable().describe('Older than so many days goes; null: off'),
      why: line.describe('Why it is set so; kept'),
    }),
    answer: done,
    async handle(context, { params, body }) {
      await changeRetention(context, params.key, body);
      return OK;
    },
  }),
  route({
    name: 'previewRetention',
    method: 'GET',
    path: '/retention/:key/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What would go, were a rule set to so many days; changes nothing',
    params: ofRule,
    query: z.object({ days: z.coerce.number().int().min(1).max(36_500).describe('Older than so many days') }),
    answer: previewOut,
    handle: (context, { params, query }) => previewOf(context, params.key, query.days),
  }),
  route({
    name: 'retentionRuns',
    method: 'GET',
    path: '/retention/runs',
    admits: 'limit.edit',
    tag,
    summary: 'The report of what went, run by run, the newest first; of a period',
    query: runsQuery,
    answer: runsOut,
    handle: (context, { query }) => retentionRuns(context, query),
  }),
  route({
    name: 'exportRetentionRuns',
    method: 'GET',
    path: '/retention/runs.csv',
    admits: 'limit.edit',
    tag,
    summary: 'The same as a CSV file, a line for each rule and run, all of the period',
    query: z.strictObject(runsFilter),
    sends: 'file',
    answer: z.unknown(),
    leaves: ({ query }, file) => ({
      list: 'retention',
      format: 'csv',
      narrowed: query,
      rows: (file as Download).rows ?? null,
    }),
    handle: (context, { query }) => runsAsCsv(context, query),
  }),
  route({
    name: 'cancelRetentionRun',
    method: 'POST',
    path: '/retention/runs/:id/cancel',
    admits: 'limit.edit',
    tag,
    summary: 'Stop the run of this night',
    params: z.object({ id: id('retention_run') }),
    answer: done,
    async handle(context, { params }) {
      await cancelRun(context, params.id);
      return OK;
    },
  }),
];

const holding = [
  route({
    name: 'legalHolds',
    method: 'GET',
    path: '/legal-holds',
    admits: 'limit.edit',
    tag,
    summary: 'What is held back from being erased, or was',
    query: z.object({ ...pageQuery, subject: z.uuid().optional().describe('Only of this customer or ticket') }),
    answer: holdsOut,
    handle: (context, { query }) => holds(context, query),
  }),
  route({
    name: 'putOnHold',
    method: 'POST',
    path: '/legal-holds',
    admits: 'limit.edit',
    tag,
    summary: 'Hold a customer or a ticket back: nothing of it is erased while that holds',
    status: 201,
    body: z.strictObject({
      id: id('legal_hold').describe("The client's own new id; the same id again holds nothing twice"),
      type: z.enum(['customer', 'ticket']).describe('Which of the two is held back'),
      subjectId: z.uuid().describe('Identifier of the customer or the ticket'),
      why: line.describe('Who needs it and for what; kept'),
      until: moment.nullable().describe('When it ends by itself; null: when it is lifted'),
    }),
    answer: done,
    async handle(context, { body: { id: own, type, subjectId, why, until } }) {
      await putOnHold(context, { id: own, subject: { type, id: subjectId.toLowerCase() }, why, until });
      return OK;
    },
  }),
  route({
    name: 'liftHold',
    method: 'POST',
    path: '/legal-holds/:id/lift',
    admits: 'limit.edit',
    tag,
    summary: 'Lift a hold',
    params: z.object({ id: id('legal_hold') }),
    answer: done,
    async handle(context, { params }) {
      await liftHold(context, params.id);
      return OK;
    },
  }),
];

/** How long what is personal is kept, what holds it back, and what went. */
export const privacyRoutes: Route[] = [...retention, ...holding];
