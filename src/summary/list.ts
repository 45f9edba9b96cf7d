import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { SummariesQuery } from './inputs.ts';
import type { SummaryTable } from './table.ts';
import type { summariesOut, summaryLineOut } from './view.ts';

export type SummaryRow = Selectable<SummaryTable> & {
  owner_id: Id<'person'> | null;
  owner_name: string | null;
  due_at: Instant | null;
  submitted_by_name: string | null;
  addressee_name: string | null;
  addressee_post_name: Words | null;
  read_at: Instant | null;
};

/** Newest period first. */
export async function summaryRows(context: Context, wanted: RawBuilder<unknown>, most: number): Promise<SummaryRow[]> {
  const rows = await sql<SummaryRow>`
    select s.*, c.owner_id, owner.name as owner_name, c.due_at, author.name as submitted_by_name,
      addressee.name as addressee_name, post.name as addressee_post_name, b.received_at as read_at
    from summary s
    left join lateral (select owner_id, due_at from commitment
      where subject_id = s.id limit 1) c on true
    left join lateral (select min(received_at) as received_at from summary_addressee where summary_id = s.id) b on true
    left join post on post.id = s.addressee_post_id
    left join person owner on owner.id = c.owner_id
    left join person author on author.id = s.submitted_by_id
    left join person addressee on addressee.id = s.addressee_id
    where s.dropped_at is null and ${wanted} order by s.from_at desc, s.id desc limit ${most}`.execute(context.tx);
  return rows.rows;
}

/** The same answer as `can`, for a list: one's own is what one owes, and what was brought to one. */
function inScope(context: Context): RawBuilder<unknown> {
  const own = sql`(c.owner_id = ${context.actor.personId} or ${broughtToMe(context)})`;
  return rowsInReach(context, 'report.see', { rows: 's', own });
}

function broughtToMe({ actor }: Context): RawBuilder<unknown> {
  return sql`(s.addressee_post_id = any(${actor.posts.map(({ id }) => id)}::uuid[])
    or exists (select from summary_addressee a where a.summary_id = s.id and a.person_id = ${actor.personId}))`;
}

export async function listSummaries(context: Context, query: SummariesQuery): Promise<z.input<typeof summariesOut>> {
  const wanted = [inScope(context)];
  if (query.state === 'open') wanted.push(sql`s.submitted_at is null`);
  if (query.state === 'submitted') wanted.push(sql`s.submitted_at is not null`);
  if (query.about) wanted.push(sql`s.about = ${query.about}`);
  if (query.report) wanted.push(sql`s.plan_key = ${query.report}`);
  if (query.to === 'me') wanted.push(broughtToMe(context));
  if (query.period) wanted.push(sql`s.period = ${query.period}`);
  if (query.from) wanted.push(sql`s.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await summaryRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.from_at, row.id),
  );
  return { items: summaryLines(found.items), next: found.next };
}

export function summaryLines(rows: readonly SummaryRow[]): z.input<typeof summaryLineOut>[] {
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return rows.map((row) => ({
    id: row.id,
    about: row.about,
    report: row.plan === null ? null : { key: row.plan.key, name: row.plan.name },
    period: row.period,
    begins: row.begins,
    from: row.from_at,
    until: row.until_at,
    owner: person(row.owner_id, row.owner_name),
    dueAt: row.due_at,
    submittedAt: row.submitted_at,
    submittedBy: person(row.submitted_by_id, row.submitted_by_name),
    addressee: person(row.addressee_id, row.addressee_name),
    addresseePost:
      row.addressee_post_id === null ? null : { id: row.addressee_post_id, name: row.addressee_post_name! },
    readAt: row.read_at,
  }));
}
