import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../organisation/can.ts';
import { holds } from '../organisation/can.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Tx } from '../platform/tx.ts';

/**
 * Documents `d` that somebody reads. What is restricted is read by the post that keeps its class, and by nobody else whatever his rights;
 * until it is approved also by whoever writes it, and by the post it was passed to (DOCS-04).
 */
export function documentScope(actor: Actor): RawBuilder<unknown> {
  if (actor.personId === null) return sql`true`;
  const me = actor.personId;
  const author = sql`(d.by_id = ${me}::uuid or d.person_id = ${me}::uuid)`;
  const posts = actor.posts.map(({ id }) => id);
  const reviewer = sql`exists (select from document_review v where v.document_id = d.id and v.post_id = any(${posts}::uuid[])
    and v.no = (select max(w.no) from document_review w where w.document_id = d.id))`;
  const keeper = sql`(d.state <> 'draft' and (${keeps(actor)}))`;
  return sql`case when d.restricted
    then ${keeper} or (d.state in ('draft', 'in_review', 'sent_back', 'withdrawn') and ${author})
      or (d.state = 'in_review' and ${reviewer})
    else ${author} or ${reviewer} or ${keeper} or (d.state <> 'draft' and ${reaches(actor)}) end`;
}

/** What is kept by a post one holds and keeps by. */
function keeps(actor: Actor): RawBuilder<unknown> {
  if (!holds(actor, 'document.keep')) return sql`false`;
  const owned = actor.posts.map(({ key, centreId }) => sql`(d.keeper = ${key} and d.centre_id = ${centreId}::uuid)`);
  return owned.length === 0 ? sql`false` : sql.join(owned, sql` or `);
}

function reaches(actor: Actor): RawBuilder<unknown> {
  const reach = reachOf(actor, 'document.write');
  if (reach?.all) return sql`true`;
  return sql`(d.centre_id = any(${reach?.centres ?? []}::uuid[]) or d.department_id = any(${reach?.departments ?? []}::uuid[]))`;
}

/** Whether somebody may read what a file was taken for. */
export async function maySeeDocument(tx: Tx, actor: Actor, { id }: { id: string }): Promise<boolean> {
  const { rows } = await sql`select from document d where d.id = ${id}::uuid and ${documentScope(actor)}`.execute(tx);
  return rows.length > 0;
}
