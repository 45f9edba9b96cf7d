import { sql } from 'kysely';
import type { Tx } from '../platform/tx.ts';
import { DEMO_PASSWORD, STAFF } from './staff.ts';

/** Who can sign in to the demo, as lines for a terminal: the post, the person, the name to sign in with. */
export async function signInLines(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ username: string; name: string; post: string }>`
    select p.username, p.name, coalesce(post.name ->> 'en', 'Administrator') as post
    from person p
    left join person_post held on held.person_id = p.id and held.deputy_rank is null
    left join post on post.id = held.post_id
    where p.left_at is null and p.username = any(${[...STAFF.map(({ username }) => username), 'admin']})
    order by array_position(${STAFF.map(({ username }) => username)}::text[], p.username), post.key`.execute(tx);
  const lines = rows.map(({ username, name, post }) => `  ${username.padEnd(12)} ${post} (${name})`);
  return [`Sign in, each with the password ${DEMO_PASSWORD}:`, ...lines];
}
