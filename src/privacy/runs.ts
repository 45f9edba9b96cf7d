import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { canOut, idOut, moment, momentOrNotYet, momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';
import { orNotHold, whyNotPrivacy } from './may.ts';
import type { RuleKey } from './privacy.ts';
import { RULE_KEYS } from './privacy.ts';

const key = z.enum(RULE_KEYS).describe('What the rule is about');

export const runsFilter = {
  from: moment.optional().describe('Runs begun from this moment on'),
  until: moment.optional().describe('Runs begun before this moment'),
};
export const runsQuery = z.strictObject({ ...runsFilter, ...pageQuery });
export type RunsQuery = z.output<typeof runsQuery>;

export const runsOut = pageOf(
  z.object({
    id: idOut('retention_run'),
    startedAt: momentOut,
    endedAt: momentOrNotYet.describe('When it was through; null: it is not yet'),
    cancelledAt: momentOrNotYet.describe('When somebody stopped it; null: nobody did'),
    cancelledBy: z.string().nullable().describe('Who stopped it; null: nobody did'),
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
export type Run = z.input<typeof runsOut>['items'][number];
type RunRow = Omit<Run, 'gone' | 'failed' | 'can'>;

/** The report of what went, run by run, the newest first; of a period, or all. */
export async function retentionRuns(context: Context, query: RunsQuery): Promise<z.input<typeof runsOut>> {
  orNotHold(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<RunRow>`
    select r.id, r.started_at as "startedAt", r.ended_at as "endedAt", r.cancelled_at as "cancelledAt",
      p.name as "cancelledBy" from retention_run r left join person p on p.id = r.cancelled_by_id
    where ${query.from ? sql`r.started_at >= ${query.from}::timestamptz` : sql`true`}
      ${query.until ? sql`and r.started_at < ${query.until}::timestamptz` : sql``}
      ${after ? sql`and (r.started_at, r.id) < (${after.at}, ${after.id})` : sql``}
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
