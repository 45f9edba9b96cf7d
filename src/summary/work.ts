import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Span } from './statistics.ts';
import type { WorkLine } from './summary.ts';

type Row = { person_id: string; planned: number; done: number; late: number; sent_back: number };

/** What each was to do in a period, did, and did late, beside the period before: who had the most first (REPT-01). */
export async function workOf(context: Context, span: Span, before: Span): Promise<WorkLine[]> {
  const now = await countedIn(context, span);
  const past = await countedIn(context, before);
  const lines = [...new Set([...now.keys(), ...past.keys()])].map((personId): WorkLine => {
    const counted = (key: 'planned' | 'done' | 'late' | 'sent_back') => ({
      n: now.get(personId)?.[key] ?? 0,
      before: past.get(personId)?.[key] ?? 0,
    });
    return {
      personId,
      planned: counted('planned'),
      done: counted('done'),
      late: counted('late'),
      sentBack: counted('sent_back'),
    };
  });
  return lines.toSorted((one, other) => other.planned.n - one.planned.n || (one.personId < other.personId ? -1 : 1));
}

async function countedIn(context: Context, span: Span): Promise<ReadonlyMap<string, Row>> {
  const { centre_id, from_at, until_at, department } = span;
  const within = department
    ? sql`(i.department_id = ${department} or (i.department_id is null and exists (select from person_post h join post p on p.id = h.post_id
        where h.person_id = i.person_id and h.deputy_rank is null and p.department_id = ${department})))`
    : sql`true`;
  const { rows } = await sql<Row>`
    select i.person_id, count(*)::int as planned, count(i.done_at)::int as done,
      (count(*) filter (where coalesce(i.done_at, ${context.now}::timestamptz) > i.due_at))::int as late,
      (count(*) filter (where exists (select from work_item_check k where k.item_id = i.id and not k.passed)))::int as sent_back
    from work_item i where i.centre_id = ${centre_id} and ${within} and i.due_at >= ${from_at}::timestamptz
      and i.due_at < ${until_at}::timestamptz group by i.person_id`.execute(context.tx);
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** With the names of today and the way to the items behind the numbers. */
export async function workIn(context: Context, { from_at, until_at }: Span, lines: readonly WorkLine[]) {
  const names = await personNames(context);
  return lines.map(({ personId, ...one }) => ({
    ...one,
    person: named(names, personId as Id<'person'>)!,
    records: `/api/work-items?${new URLSearchParams({ person: personId, from: from_at, until: until_at })}`,
  }));
}
