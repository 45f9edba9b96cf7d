import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { DAY } from '../kernel/time.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import type { Tallies } from '../report/measures/count.ts';
import { countBy, empty } from '../report/measures/count.ts';
import { measureOf } from '../report/measures/registry.ts';
import { askedOf } from './service.ts';
import type { Span } from './statistics.ts';
import type { StaffLine } from './summary.ts';

const FIGURES = ['opened', 'closed', 'kept'] as const;

/** Everybody who stands in a department there now, and whoever had something in the period: who had the most first (REPT-09). */
export async function staffOf(context: Context, span: Span): Promise<StaffLine[]> {
  const { posts, given } = await readStaff(context);
  const here = given.filter(({ postId, rank }) => {
    const post = posts.get(postId);
    if (!post || rank !== null || post.departmentId === null) return false;
    return span.department ? post.departmentId === span.department : post.centreId === span.centre_id;
  });
  const tallies = new Map<string, Tallies>();
  for (const key of FIGURES) tallies.set(key, await countBy(context, askedOf(key, span), 'person'));
  const away = await daysAway(context, span);
  const people = new Set<string | null>(here.map(({ personId }) => personId));
  for (const counted of tallies.values()) for (const person of counted.keys()) people.add(person);
  const of = (key: (typeof FIGURES)[number], person: string) => tallies.get(key)!.get(person) ?? empty(measureOf(key)!);
  return [...people]
    .flatMap((person) => (person === null ? [] : [person]))
    .map((person) => ({
      personId: person as Id<'person'>,
      opened: of('opened', person),
      closed: of('closed', person),
      kept: of('kept', person),
      daysAway: away.get(person) ?? 0,
    }))
    .toSorted(
      (one, other) =>
        other.opened.n - one.opened.n || other.kept.of - one.kept.of || (one.personId < other.personId ? -1 : 1),
    );
}

/** Days of the period, to a tenth, for which somebody was reported away, and was. */
async function daysAway(context: Context, span: Span): Promise<Map<string, number>> {
  const from = sql`greatest(from_at, ${span.from_at}::timestamptz)`;
  const until = sql`least(until_at, ended_at, ${span.until_at}::timestamptz, ${context.now}::timestamptz)`;
  const { rows } = await sql<{ person_id: string; ms: number }>`
    select person_id, sum(extract(epoch from ${until} - ${from}) * 1000)::float8 as ms
    from absence where from_at < ${span.until_at}::timestamptz and ${until} > ${from} group by person_id`.execute(
    context.tx,
  );
  return new Map(rows.map(({ person_id, ms }) => [person_id, Math.round((ms / DAY) * 10) / 10]));
}
