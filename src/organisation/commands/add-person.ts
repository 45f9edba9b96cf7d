import type { Id } from '../../kernel/id.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { Rights } from '../grant.ts';
import { whyNotOver } from '../grant.ts';
import type { AddPerson } from '../inputs.ts';
import { lockPosts, placeAt } from './give-post.ts';

/**
 * Adds somebody with posts. The sign-in follows from `person.added` or by an administrator's one-time code. Refuses a user
 * name that is taken (`person.username_taken`), a closed post (`post.closed`). The same id again changes nothing.
 */
export async function addPerson(context: Context, input: AddPerson): Promise<Id<'person'>> {
  const posts = await lockPosts(
    context,
    input.posts.map(({ postId }) => postId),
  );
  orForbid(can(context.actor, 'people.edit', {}));
  for (const post of posts) orForbid(can(context.actor, 'people.edit', { centreId: post.centre_id }));
  orForbid(
    whyNotOver(
      context.actor,
      posts.map((post) => post.rights as Rights),
    ),
  );
  if (await isThere(context, input)) return input.id;
  orRefuse(posts.some((post) => post.closed_at !== null) ? refusal('post.closed') : null);
  await context.tx
    .insertInto('person')
    .values({
      id: input.id,
      username: input.username,
      name: input.name,
      phone: input.phone ?? null,
      email: input.email ?? null,
      language: input.language ?? 'zh-hans',
      skills: input.skills,
      joined_at: context.now,
    })
    .execute();
  for (const given of input.posts) {
    await placeAt(context, input.id, given, posts.find((post) => post.id === given.postId)!.most_deputies);
  }
  await record(context, ...eventsOf(input));
  return input.id;
}

async function isThere(context: Context, { id, username }: AddPerson): Promise<boolean> {
  const rows = await context.tx
    .selectFrom('person')
    .select(['id', 'username'])
    .where((e) => e.or([e('id', '=', id), e('username', '=', username)]))
    .execute();
  if (rows.some((row) => row.id === id && row.username === username)) return true;
  orRefuse(rows.length > 0 ? refusal('person.username_taken', { username }) : null);
  return false;
}

function eventsOf({ id, posts }: AddPerson): NewEvent[] {
  const subject = { type: 'person' as const, id };
  return [
    { subject, type: 'person.added' },
    ...posts.map(({ postId, deputyRank }) => ({ subject, type: 'post.given', data: { postId, deputyRank } })),
  ];
}
