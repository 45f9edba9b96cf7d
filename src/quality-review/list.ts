import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Scorecard } from '../pack/scorecards.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { ReviewsQuery } from './inputs.ts';
import type { reviewLineOut, reviewsOut, scorecardsOut } from './view.ts';

type Row = {
  id: Id<'quality_review'>;
  scorecard: string;
  definition: Scorecard;
  person_id: Id<'person'>;
  contact_id: Id<'contact'> | null;
  ticket: { id: string; number: number; title: string } | null;
  from_day: string | null;
  until_day: string | null;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
  marks: { line: string; mark: number; passed: boolean; remark: string; itemId: string | null }[];
};

/** What was scored in what one's reports reach, what one scored, and always one's own. */
function inScope({ actor }: Context): RawBuilder<unknown> {
  const own = sql`r.person_id = ${actor.personId} or r.by_id = ${actor.personId}`;
  const reach = reachOf(actor, 'report.see');
  if (reach?.all) return sql`true`;
  return sql`(${own} or r.centre_id = any(${reach?.centres ?? []}::uuid[])
    or r.department_id = any(${reach?.departments ?? []}::uuid[]))`;
}

function conditions(context: Context, query: ReviewsQuery): RawBuilder<unknown>[] {
  const wanted = [inScope(context)];
  if (query.scorecard) wanted.push(sql`r.scorecard = ${query.scorecard}`);
  if (query.person) wanted.push(sql`r.person_id = ${query.person}`);
  if (query.by) wanted.push(sql`r.by_id = ${query.by}`);
  if (query.contact) wanted.push(sql`r.contact_id = ${query.contact}`);
  if (query.ticket) wanted.push(sql`r.ticket_id = ${query.ticket}`);
  if (query.failed !== undefined)
    wanted.push(
      sql`${query.failed} = exists (select from quality_review_mark m where m.review_id = r.id and not m.passed)`,
    );
  if (query.from) wanted.push(sql`r.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.at < ${query.until}::timestamptz`);
  return wanted;
}

function rowsWhere(wanted: readonly RawBuilder<unknown>[], most: number): RawBuilder<Row> {
  return sql<Row>`
    select r.id, r.scorecard, r.definition, r.person_id, r.contact_id, r.from_day::text, r.until_day::text, r.remark, r.by_id, r.at,
      case when t.id is not null then jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) end as ticket,
      (select jsonb_agg(jsonb_build_object('line', m.line, 'mark', m.mark, 'passed', m.passed, 'remark', m.remark,
          'itemId', m.item_id) order by m.no) from quality_review_mark m where m.review_id = r.id) as marks
    from quality_review r left join ticket t on t.id = r.ticket_id
    where ${sql.join(wanted, sql` and `)} order by r.at desc, r.id desc limit ${most}`;
}

/** What was scored, the newest first. */
export async function listReviews(context: Context, query: ReviewsQuery): Promise<z.input<typeof reviewsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await rowsWhere(wanted, query.limit + 1).execute(context.tx);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => lineOf(row, names),
    (row) => cursorOf(row.at, row.id),
  );
}

export async function readReview(context: Context, id: string): Promise<z.input<typeof reviewLineOut>> {
  const { rows } = await rowsWhere([inScope(context), sql`r.id = ${id}`], 1).execute(context.tx);
  if (!rows[0]) throw new NotFound('quality_review.unknown');
  return lineOf(rows[0], await personNames(context));
}

function lineOf(row: Row, names: ReadonlyMap<string, string>): z.input<typeof reviewLineOut> {
  const { name, of, best, lines } = row.definition;
  return {
    id: row.id,
    scorecard: row.scorecard,
    name,
    of,
    person: named(names, row.person_id),
    contactId: row.contact_id,
    ticket: row.ticket,
    fromDay: row.from_day,
    untilDay: row.until_day,
    by: named(names, row.by_id),
    at: row.at,
    best,
    score: row.marks.reduce((sum, one) => sum + one.mark, 0),
    most: best * lines.length,
    failed: row.marks.filter((one) => !one.passed).length,
    remark: row.remark,
    marks: row.marks.map((one) => ({ ...one, name: lines.find(({ key }) => key === one.line)!.name })),
  };
}

/** All scorecards of the house, for whoever scores by them, and whoever words them. */
export async function readScorecards(context: Context): Promise<z.input<typeof scorecardsOut>> {
  const { version, settings } = await settingsVersionOf(context);
  return {
    version,
    items: settings.scorecards ?? [],
    can: { give: can(context.actor, 'rectification.issue', {}), change: can(context.actor, 'limit.edit', {}) },
  };
}
