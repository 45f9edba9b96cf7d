import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { Rights } from '../grant.ts';
import { lockPost, refuseUnadministered } from '../facts.ts';
import { whyNotOver } from '../grant.ts';
import type { ChangePost } from '../inputs.ts';
import { postContent, whyNotPost } from '../post.ts';
import type { Role } from '../role.ts';
import { keepPostVersion } from './keep-version.ts';

type Post = Awaited<ReturnType<typeof lockPost>>;

/**
 * Changes a post: name, rights, superior, deputies; closes and reopens it. Refuses what `whyNotPost` refuses, rights above one's own,
 * to close one that is held (`post.still_held`), stands over others (`post.has_subordinates`) or is asked to approve
 * (`post.still_approves`), and the loss of the last administrator.
 */
export async function changePost(context: Context, postId: Id<'post'>, input: ChangePost): Promise<void> {
  // two changes of superiors at once could close a circle that neither sees
  await sql`lock table post in share row exclusive mode`.execute(context.tx);
  const before = await lockPost(context, postId);
  orForbid(can(context.actor, 'people.edit', { centreId: before.centre_id, departments: [before.department_id] }));
  orForbid(whyNotOver(context.actor, [before.rights as Rights, input.rights ?? {}]));
  await expectVersion(context, postId, input.seen);
  if (input.closed === true && before.closed_at === null) await refuseWhileUsed(context, before);
  const after = afterChange(before, input);
  const others = await context.tx.selectFrom('post').select(['id', 'superior_post_id as superiorPostId']).execute();
  orRefuse(whyNotPost(after, others));
  const row = {
    ...columnsOf(after),
    closed_at: closedAt(context, before, input),
  };
  const named = { name: input.name ?? before.name, rights: input.rights ?? before.rights };
  const texts = { name: json(named.name), rights: json(named.rights) };
  await context.tx
    .updateTable('post')
    .set({ ...row, ...texts })
    .where('id', '=', postId)
    .execute();
  await refuseUnadministered(context);
  const content = { before: postContent(before), after: postContent({ ...row, ...named }) };
  const kept = await keepPostVersion(context, postId, { ...content, why: input.why });
  const { seen: _, name: __, why: ___, ...facts } = input;
  await record(context, { subject: { type: 'post', id: postId }, type: 'post.changed', data: { ...facts, kept } });
}

function closedAt(context: Context, before: Post, { closed }: ChangePost): Post['closed_at'] {
  if (closed === undefined) return before.closed_at;
  return closed ? (before.closed_at ?? context.now) : null;
}

function afterChange(before: Post, input: ChangePost) {
  return {
    id: before.id,
    role: input.role ?? (before.role as Role),
    departmentId: input.departmentId === undefined ? before.department_id : input.departmentId,
    superiorPostId: input.superiorPostId === undefined ? before.superior_post_id : input.superiorPostId,
    neverEmpty: input.neverEmpty ?? before.never_empty,
    mostDeputies: input.mostDeputies ?? before.most_deputies,
  };
}

const columnsOf = (after: ReturnType<typeof afterChange>) => ({
  department_id: after.departmentId,
  superior_post_id: after.superiorPostId,
  role: after.role,
  never_empty: after.neverEmpty,
  most_deputies: after.mostDeputies,
});

async function refuseWhileUsed(context: Context, { id: postId, key }: Post): Promise<void> {
  const held = await context.tx
    .selectFrom('person_post')
    .select('person_id')
    .where('post_id', '=', postId)
    .limit(1)
    .executeTakeFirst();
  orRefuse(held ? refusal('post.still_held') : null);
  const below = await context.tx
    .selectFrom('post')
    .select('id')
    .where('superior_post_id', '=', postId)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  orRefuse(below ? refusal('post.has_subordinates') : null);
  const kind = await kindApprovedBy(context, key);
  orRefuse(kind === null ? null : refusal('post.still_approves', { kind }));
}

/** A kind whose approvals name the post, in the version that holds now or one that something open is on. */
async function kindApprovedBy(context: Context, key: string): Promise<string | null> {
  const named = json({ approvals: [{ by: [{ post: key }] }] });
  const { rows } = await sql<{ key: string }>`
    select v.key from kind_version v where v.definition @> ${named}::jsonb
      and (v.version = (select max(o.version) from kind_version o where o.key = v.key) or exists (
        select from ticket t where t.kind = v.key and t.kind_version = v.version and t.closed_at is null))
    order by v.key limit 1`.execute(context.tx);
  return rows[0]?.key ?? null;
}
