import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { postsOf } from './scope.ts';

/** Whom whoever acts may report to: everybody who holds a post above one of his, up to the top, himself left out. By names. */
export async function peopleAbove(context: Context): Promise<{ id: Id<'person'>; name: string }[]> {
  const { rows } = await sql<{ person_id: Id<'person'> }>`
    with recursive above as (
      select superior_post_id as id from post where id = any(${postsOf(context.actor)}::uuid[])
      union select p.superior_post_id from post p join above a on p.id = a.id
    ) select distinct h.person_id from person_post h join person m on m.id = h.person_id
    where h.post_id in (select id from above where id is not null) and h.deputy_rank is null
      and m.left_at is null and h.person_id is distinct from ${context.actor.personId}`.execute(context.tx);
  const names = await personNames(context);
  const people = rows.map(({ person_id: id }) => ({ ...named(names, id), id }));
  return people.toSorted((one, other) => one.name.localeCompare(other.name));
}
