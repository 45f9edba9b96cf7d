import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { wordsOut } from '../platform/http/shapes.ts';
import { can } from '../organisation/can.ts';
import { currentKinds } from './kinds.ts';
import { settingsOf } from './settings.ts';

const named = z.object({ key: z.string(), name: wordsOut });

const kindsOut = z.object({
  items: z.array(
    named.extend({
      version: z.number(),
      about: wordsOut,
      type: z.string(),
      digit: z.string().nullable().describe('Its key at the front desk'),
      icon: z.string(),
      urgency: z.string(),
      departmentId: z.string().describe('Where it goes when nobody says otherwise'),
      needsPlace: z.boolean(),
      needsCustomer: z.boolean(),
      sendsWork: z.boolean().describe('Whether hands are sent'),
      fields: z.array(
        named.extend({
          hint: wordsOut.nullable(),
          type: z.string(),
          at: z.string(),
          requiredFor: z.string().nullable(),
          choices: z.array(named),
        }),
      ),
    }),
  ),
  severities: z.array(named),
  pauses: z.array(named.extend({ longest: z.string() })),
  departments: z.array(z.object({ id: z.string(), key: z.string(), name: wordsOut, outsideFirm: z.boolean() })),
  people: z.array(
    z.object({ id: z.string(), name: z.string(), departmentId: z.string().nullable(), onDuty: z.boolean() }),
  ),
});

/** What an intake form is built from. */
export const kindRoutes: Route[] = [
  route({
    name: 'listKinds',
    method: 'GET',
    path: '/kinds',
    admits: 'signed-in',
    tag: 'Desk',
    summary: 'Kinds of matter with their fields, and whom work can be given to',
    answer: kindsOut,
    handle: async (context) => {
      const settings = await settingsOf(context);
      const departments = await context.tx
        .selectFrom('department')
        .select(['id', 'key', 'name', 'outside_firm'])
        .where('closed_at', 'is', null)
        .orderBy('key')
        .execute();
      const kinds = await currentKinds(context);
      return {
        items: kinds.map(({ key, version, kind }) => ({
          key,
          name: kind.name,
          version,
          about: kind.about,
          type: kind.type,
          digit: kind.digit ?? null,
          icon: kind.icon,
          urgency: kind.urgency,
          departmentId: departments.find((one) => one.key === kind.department)?.id ?? '',
          needsPlace: kind.needsPlace,
          needsCustomer: kind.needsCustomer,
          sendsWork: kind.workOrder !== undefined,
          fields: kind.fields.map((field) => ({
            key: field.key,
            name: field.name,
            hint: field.hint ?? null,
            type: field.type,
            at: field.at,
            requiredFor: field.requiredFor ?? null,
            choices: field.choices ?? [],
          })),
        })),
        severities: settings.severities.map(({ key, name }) => ({ key, name })),
        pauses: settings.pauses.map(({ key, name, longest }) => ({ key, name, longest })),
        departments: departments.map((one) => ({
          id: one.id,
          key: one.key,
          name: one.name as (typeof kinds)[number]['kind']['name'],
          outsideFirm: one.outside_firm,
        })),
        people: can(context.actor, 'ticket.see', {}) === null ? await colleagues(context) : [],
      };
    },
  }),
];

async function colleagues(context: Parameters<typeof settingsOf>[0]) {
  const rows = await context.tx
    .selectFrom('person')
    .leftJoin('person_post', (join) =>
      join.onRef('person_post.person_id', '=', 'person.id').on('person_post.deputy_rank', 'is', null),
    )
    .leftJoin('post', 'post.id', 'person_post.post_id')
    .select(['person.id', 'person.name', 'person.on_duty', 'post.department_id'])
    .distinctOn('person.id')
    .where('person.left_at', 'is', null)
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, departmentId: row.department_id, onDuty: row.on_duty }));
}
