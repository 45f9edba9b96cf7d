import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';

/** An open promise of mine, and what it is about. */
export type Owed = {
  id: Id<'commitment'>;
  subject_type: string;
  subject_id: string;
  ticket_id: Id<'ticket'> | null;
  due_at: Instant;
};

/**
 * The promises (`c`) that are owed by me: those that name me, and those of a post I hold that name nobody, or one of its holders
 * who is not here now. A duty is confirmed by each himself, whoever holds the same post. Each by an index of its own.
 */
async function mine(context: Context): Promise<[ofMe: RawBuilder<unknown>, ofMyPosts: RawBuilder<unknown>]> {
  const me = actingPerson(context);
  const posts = context.actor.posts.map(({ id }) => id);
  const { people, posts: all } = await readDirectory(context);
  const away = posts
    .flatMap((id) => all.get(id)?.holders ?? [])
    .filter((id) => id !== me && !(people.get(id)?.onDuty && !people.get(id)?.absent));
  return [
    sql`c.owner_id = ${me}`,
    sql`c.post_id = any(${posts}::uuid[]) and c.post_id is not null and c.subject_type <> 'duty_confirmation'
      and (c.owner_id is null or c.owner_id = any(${away}::uuid[]))`,
  ];
}

/**
 * What I owe and no ticket of mine says already, the first so many by when they run out: on tickets that others answer for; and
 * on things of their own, from when they can be done: tomorrow's checklist is not yet today's work. Nobody accepts the shift he
 * handed over himself, and what I want to be reminded of stands apart.
 */
export async function owedByMe(context: Context, most: number): Promise<Owed[]> {
  const me = actingPerson(context);
  const [ofMe, ofMyPosts] = await mine(context);
  const found = (whose: RawBuilder<unknown>) => sql`
    select c.id, c.subject_type, c.subject_id, c.ticket_id, c.due_at
    from commitment c left join ticket t on t.id = c.ticket_id
    where ${whose} and c.settled_at is null and case
      when c.subject_type in ('ticket', 'work_order') then t.owner_id <> ${me}
      when c.subject_type = 'return_visit' then t.owner_id <> ${me} or t.closed_at is not null
      when c.subject_type = 'shift_note' then not exists (select from shift_note n where n.id = c.subject_id and n.by_id = ${me})
      else c.subject_type <> 'reminder' and c.started_at <= ${context.now}::timestamptz end`;
  const { rows } = await sql<Owed>`
    select * from (${found(ofMe)} union ${found(ofMyPosts)}) owed order by due_at, id limit ${most}`.execute(
    context.tx,
  );
  return rows;
}
