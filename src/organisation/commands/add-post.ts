import { json } from '../../kernel/json.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import { whyNotOver } from '../grant.ts';
import type { AddPost } from '../inputs.ts';
import { whyNotPost } from '../post.ts';
import { keepPostVersion } from './keep-version.ts';

/** Another post. Refuses a key that is taken, rights above one's own, and what `whyNotPost` refuses. The same id again changes nothing. */
export async function addPost(context: Context, input: AddPost): Promise<void> {
  orForbid(can(context.actor, 'people.edit', { centreId: input.centreId }));
  orForbid(whyNotOver(context.actor, [input.rights]));
  const rows = await context.tx
    .selectFrom('post')
    .select(['id', 'key'])
    .where((e) => e.or([e('id', '=', input.id), e('key', '=', input.key)]))
    .execute();
  if (rows.some((row) => row.id === input.id && row.key === input.key)) return;
  orRefuse(rows.length > 0 ? refusal('post.key_taken', { key: input.key }) : null);
  orRefuse(whyNotPost(input, []));
  await context.tx
    .insertInto('post')
    .values({
      id: input.id,
      key: input.key,
      name: json(input.name),
      centre_id: input.centreId,
      department_id: input.departmentId,
      rights: json(input.rights),
      superior_post_id: input.superiorPostId,
      role: input.role,
      never_empty: input.neverEmpty,
      most_deputies: input.mostDeputies,
    })
    .execute();
  const { id: _, key: __, centreId: ___, ...made } = input;
  await keepPostVersion(context, input.id, { before: null, after: { ...made, closed: false }, why: undefined });
  await record(context, {
    subject: { type: 'post', id: input.id },
    type: 'post.added',
    data: { key: input.key, role: input.role, rights: input.rights, superiorPostId: input.superiorPostId },
  });
}
