import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { keeperIn } from '../../platform/keep-before.ts';
import { OWED_AS } from '../customer-archive.ts';
import { lockArchive, orNowhere } from '../facts.ts';
import type { ChangeArchive } from '../inputs.ts';
import { touch } from './tend.ts';

const keepBefore = keeperIn('customer_archive_change', 'archive_id');

/** Somebody went through an archive and put it in order, with what he looked at (CUST-09). */
export async function arrangeArchive(context: Context, id: Id<'customer_archive'>, remark: string): Promise<void> {
  const { tx, now } = context;
  const archive = await lockArchive(context, id);
  await tx
    .insertInto('customer_archive_look')
    .values({
      id: newId<'customer_archive_look'>(now),
      archive_id: id,
      remark,
      by_id: actingPerson(context),
      at: now,
    })
    .execute();
  await touch(context, archive);
  await record(context, { subject: { type: 'customer_archive', id }, type: 'customer_archive.arranged' });
}

/** It is another department's from now on, or somebody else looks after it; how it stood is kept. */
export async function changeArchive(context: Context, id: Id<'customer_archive'>, input: ChangeArchive): Promise<void> {
  const archive = await lockArchive(context, id);
  await expectVersion(context, id, input.seen);
  await orNowhere(context, input, archive.centre_id);
  const next = { department_id: input.departmentId, keeper_id: input.keeperId };
  const before = formerOf(archive, next);
  if (Object.keys(before).length === 0) return;
  await context.tx.updateTable('customer_archive').set(next).where('id', '=', id).execute();
  await keepBefore(context, id, before);
  await moveCommitments(context, {
    subjectId: id,
    kinds: [OWED_AS],
    toId: input.keeperId,
    departmentId: input.departmentId,
  });
  await record(context, {
    subject: { type: 'customer_archive', id },
    type: 'customer_archive.changed',
    data: { keeper: input.keeperId, department: input.departmentId },
  });
}

/** Whoever looked after archives works here no more: his successor does. */
export async function moveArchivesOf(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const his = await context.tx
    .updateTable('customer_archive')
    .set({ keeper_id: to })
    .where('keeper_id', '=', from)
    .returning('id')
    .execute();
  for (const { id } of his) {
    await keepBefore(context, id, { keeper_id: from });
    await moveCommitments(context, { subjectId: id, kinds: [OWED_AS], toId: to });
  }
}
