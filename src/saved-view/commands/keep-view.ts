import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { savedViewInput } from '../inputs.ts';
import { whyNotRemove } from '../views.ts';

type View = z.output<typeof savedViewInput>;

/** Keeps a list under a name, for oneself or for those who look at the same; for the whole centre, whoever assigns work does. */
export async function keepView(context: Context, input: View): Promise<Id<'saved_view'>> {
  const id = input.id ?? newId<'saved_view'>(context.now);
  await context.tx
    .insertInto('saved_view')
    .values({
      id,
      name: input.name,
      filters: json(input.filters),
      columns: input.columns ? json(input.columns) : null,
      owner_id: actingPerson(context),
      at: context.now,
      ...sharedWith(context, input.shared),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await record(context, { subject: { type: 'saved_view', id }, type: 'view.kept', data: { shared: input.shared } });
  return id;
}

function sharedWith(context: Context, shared: View['shared']) {
  const post = context.actor.posts[0];
  if (shared === 'me') return {};
  if (!post) throw new Refused('view.no_post');
  if (shared === 'post') return { post_id: post.id };
  if (shared === 'centre') {
    orForbid(can(context.actor, 'ticket.assign', { centreId: post.centreId }));
    return { centre_id: post.centreId };
  }
  const department = context.actor.posts.find((one) => one.departmentId !== null);
  if (!department) throw new Refused('view.no_department');
  return { department_id: department.departmentId };
}

/** Nobody sees it any more. */
export async function removeView(context: Context, id: Id<'saved_view'>): Promise<void> {
  const view = await context.tx
    .selectFrom('saved_view')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!view) throw new NotFound('view.unknown');
  orForbid(
    whyNotRemove(view, context.actor.personId, can(context.actor, 'ticket.assign', { centreId: view.centre_id })),
  );
  await context.tx.deleteFrom('saved_view').where('id', '=', id).execute();
  await record(context, { subject: { type: 'saved_view', id }, type: 'view.removed' });
}
