import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { canOut, countOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { orNotHold, whyNotPrivacy } from './may.ts';
import { wouldGo } from './forgetting.ts';
import type { RuleKey } from './privacy.ts';
import { RULE_KEYS, RULES } from './privacy.ts';

const key = z.enum(RULE_KEYS).describe('What the rule is about');
const name = z.string().describe('Name of the person');

export const ruleOut = z.object({
  key,
  days: z.number().int().nullable().describe('Older than so many days goes; null: the rule is off'),
  least: z.number().int().describe('The fewest days it may be set to'),
  why: z.string().nullable().describe('Why it was set so; null: it is off'),
  changedAt: momentOrNotYet.describe('When it was set so; null: it is off'),
  wouldGo: countOut.nullable().describe('What would go now; null: the rule is off'),
  oldest: momentOut.nullable().describe('Of when the oldest of it is; null: there is nothing'),
  can: canOut.describe('change'),
});

/** Every rule with what would go by it now. */
export async function retentionRules(context: Context): Promise<z.input<typeof ruleOut>[]> {
  orNotHold(context);
  const rules = await context.tx.selectFrom('retention_rule').selectAll().execute();
  const answers = [];
  for (const one of RULE_KEYS) {
    const rule = rules.find((row) => row.key === one);
    const would = rule ? await previewOf(context, one, rule.days) : null;
    answers.push({
      key: one,
      days: rule?.days ?? null,
      least: RULES[one].least,
      why: rule?.why ?? null,
      changedAt: rule?.changed_at ?? null,
      wouldGo: would?.count ?? null,
      oldest: would?.oldest ?? null,
      can: { change: whyNotPrivacy(context) },
    });
  }
  return answers;
}

export const previewOut = z.object({
  count: countOut,
  oldest: momentOut.nullable().describe('Of when the oldest of it is; null: there is nothing'),
});

/** What would go, were a rule set to so many days. */
export function previewOf(context: Context, rule: RuleKey, days: number): Promise<z.input<typeof previewOut>> {
  orNotHold(context);
  return wouldGo(context, rule, plus(context.now, -days * DAY), null);
}

export const runsOut = pageOf(
  z.object({
    id: idOut('retention_run'),
    startedAt: momentOut,
    endedAt: momentOrNotYet.describe('When it was through; null: it is not yet'),
    cancelledAt: momentOrNotYet.describe('When somebody stopped it; null: nobody did'),
    cancelledBy: name.nullable().describe('Who stopped it; null: nobody did'),
    gone: z
      .array(
        z.object({
          key,
          days: z.number().int().describe('How old it had to be'),
          n: z.number().int().describe('How many went'),
          oldest: momentOut.describe('Of when the oldest was'),
          newest: momentOut.describe('Of when the newest was'),
        }),
      )
      .describe('What went by each rule: numbers, never what it was'),
    failed: z.array(key).describe('Rules that failed this night and are tried again the next'),
    can: canOut.describe('cancel'),
  }),
);
type Run = z.input<typeof runsOut>['items'][number];
type RunRow = Omit<Run, 'gone' | 'failed' | 'can'>;

/** The report of what went, run by run, the newest first. */
export async function retentionRuns(
  context: Context,
  query: { after?: string | undefined; limit: number },
): Promise<z.input<typeof runsOut>> {
  orNotHold(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<RunRow>`
    select r.id, r.started_at as "startedAt", r.ended_at as "endedAt", r.cancelled_at as "cancelledAt",
      p.name as "cancelledBy" from retention_run r left join person p on p.id = r.cancelled_by_id
    where true ${after ? sql`and (r.started_at, r.id) < (${after.at}, ${after.id})` : sql``}
    order by r.started_at desc, r.id desc limit ${query.limit + 1}`.execute(context.tx);
  const runs = [...rows.map(({ id }) => id as Id<'retention_run'>), NO_RUN];
  const reports = await context.tx
    .selectFrom('retention_report')
    .selectAll()
    .where('run_id', 'in', runs)
    .orderBy('key')
    .execute();
  const faults = await context.tx
    .selectFrom('retention_fault')
    .select(['run_id', 'key'])
    .where('run_id', 'in', runs)
    .orderBy('key')
    .execute();
  const items = rows.map((row) => ({
    ...row,
    can: { cancel: whyNotPrivacy(context) },
    failed: faults.filter((one) => one.run_id === row.id).map((one) => one.key as RuleKey),
    gone: reports
      .filter((one) => one.run_id === row.id)
      .map(({ run_id: _, key: rule, ...one }) => ({ key: rule as RuleKey, ...one })),
  }));
  return page(
    items,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.startedAt, row.id),
  );
}

/** So that a list of no runs is still a list. */
const NO_RUN = '00000000-0000-0000-0000-000000000000' as Id<'retention_run'>;

export const holdsOut = pageOf(
  z.object({
    id: idOut('legal_hold'),
    subject: z
      .object({ type: z.enum(['customer', 'ticket']).describe('Which of the two'), id: idOut('customer or ticket') })
      .describe('What is held back'),
    label: z.string().describe('Name of the customer, or number and title of the ticket'),
    why: z.string().describe('Why nothing of it is erased'),
    by: name,
    at: momentOut,
    until: momentOut.nullable().describe('When it ends by itself; null: when it is lifted'),
    liftedAt: momentOrNotYet.describe('When it was lifted; null: it was not'),
    liftedBy: name.nullable().describe('Who lifted it; null: nobody did'),
  }),
);

type HoldRow = Omit<z.input<typeof holdsOut>['items'][number], 'subject' | 'at'> & {
  subject_type: 'customer' | 'ticket';
  subject_id: string;
  at: Instant;
};

/** What is held back or was, the newest first. */
export async function holds(
  context: Context,
  query: { after?: string | undefined; limit: number; subject?: string | undefined },
): Promise<z.input<typeof holdsOut>> {
  orNotHold(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<HoldRow>`
    select h.id, h.subject_type, h.subject_id, h.why, p.name as by, h.at, h.until, h.lifted_at as "liftedAt",
      l.name as "liftedBy", coalesce(c.name, t.number || ' ' || t.title, '') as label
    from legal_hold h join person p on p.id = h.by_id left join person l on l.id = h.lifted_by_id
      left join customer c on c.id = h.subject_id left join ticket t on t.id = h.subject_id
    where ${query.subject ? sql`h.subject_id = ${query.subject}` : sql`true`}
      ${after ? sql`and (h.at, h.id) < (${after.at}, ${after.id})` : sql``}
    order by h.at desc, h.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    ({ subject_type: type, subject_id: id, ...row }) => ({ ...row, subject: { type, id } }),
    (row) => cursorOf(row.at, row.id),
  );
}
