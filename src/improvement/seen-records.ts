import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { NotFound } from '../kernel/refusal.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { noticeScope } from '../rectification/scope.ts';
import type { SourceType } from './improvement.ts';

/**
 * Records somebody names by himself are those he may see: their titles stand on the action for all who read it. A visit is seen with
 * its ticket, a spot check and a survey with the findings of their centre.
 */
export async function orNotSeen(context: Context, sources: readonly { type: SourceType; id: string }[]): Promise<void> {
  const of = (type: SourceType) => [...new Set(sources.filter((one) => one.type === type).map((one) => one.id))];
  const me = context.actor.personId;
  const tickets = scopeOf(context, 'ticket.see');
  const seen: Record<SourceType, (ids: string[]) => RawBuilder<unknown>> = {
    ticket: (ids) => sql`ticket t where t.id = any(${ids}::uuid[]) and ${tickets}`,
    return_visit: (ids) =>
      sql`return_visit v join ticket t on t.id = v.ticket_id where v.id = any(${ids}::uuid[]) and ${tickets}`,
    rectification: (ids) => sql`rectification r join department d on d.id = r.department_id
      where r.id = any(${ids}::uuid[]) and ${noticeScope(context, sql`(r.addressee_id = ${me} or r.issued_by_id = ${me})`)}`,
    spot_check: (ids) => sql`spot_check s join centre d on d.id = s.centre_id
      where s.id = any(${ids}::uuid[]) and ${noticeCentre(context)}`,
    survey_round: (ids) => sql`survey_round w join centre d on d.id = w.centre_id
      where w.id = any(${ids}::uuid[]) and ${noticeCentre(context)}`,
  };
  for (const type of Object.keys(seen) as SourceType[]) {
    const ids = of(type);
    if (ids.length === 0) continue;
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${seen[type](ids)}`.execute(context.tx);
    if (rows[0]!.n < ids.length) throw new NotFound('improvement.source_unknown', { path: 'sources' });
  }
}

/** Whoever sees notices of a whole centre, or a department in it, sees what was drawn there. */
function noticeCentre({ actor }: Context): RawBuilder<unknown> {
  if (actor.personId === null) return sql`true`;
  const posts = actor.posts.filter((post) => post.rights['rectification.see'] !== undefined);
  if (posts.some((post) => post.rights['rectification.see'] === 'organisation')) return sql`true`;
  return sql`d.id = any(${posts.map((post) => post.centreId)}::uuid[])`;
}
