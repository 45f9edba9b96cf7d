import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotWithdraw } from '../customer-archive.ts';
import { lockArchive, orNoPart } from '../facts.ts';
import type { FileEntry } from '../inputs.ts';
import { touch } from './tend.ts';

/** Something is filed under a part of a customer's archive (CUST-09). The same id again files nothing twice. */
export async function fileEntry(
  context: Context,
  archiveId: Id<'customer_archive'>,
  input: FileEntry,
): Promise<Id<'customer_archive_entry'>> {
  const { tx, now } = context;
  const archive = await lockArchive(context, archiveId);
  const id = input.id ?? newId<'customer_archive_entry'>(now);
  if (await tx.selectFrom('customer_archive_entry').select('id').where('id', '=', id).executeTakeFirst()) return id;
  await orNoPart(context, input.part);
  await tx
    .insertInto('customer_archive_entry')
    .values({
      id,
      archive_id: archiveId,
      part: input.part,
      title: input.title,
      dated: input.dated,
      lies_at: input.liesAt,
      by_id: actingPerson(context),
      at: now,
      withdrawn_at: null,
      withdrawn_by_id: null,
      withdrawn_because: null,
    })
    .execute();
  await touch(context, archive);
  await record(context, {
    subject: { type: 'customer_archive', id: archiveId },
    type: 'customer_archive.filed',
    data: { entry: id, part: input.part },
  });
  return id;
}

/** It is taken out of the archive, with the reason; that it was there stays. */
export async function withdrawEntry(
  context: Context,
  id: Id<'customer_archive_entry'>,
  because: string,
): Promise<void> {
  const { tx, now } = context;
  const entry = await tx
    .selectFrom('customer_archive_entry')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!entry) throw new NotFound('customer_archive.entry_unknown');
  const archive = await lockArchive(context, entry.archive_id);
  orRefuse(whyNotWithdraw(entry));
  await tx
    .updateTable('customer_archive_entry')
    .set({ withdrawn_at: now, withdrawn_by_id: actingPerson(context), withdrawn_because: because })
    .where('id', '=', id)
    .execute();
  await touch(context, archive);
  await record(context, {
    subject: { type: 'customer_archive', id: entry.archive_id },
    type: 'customer_archive.withdrawn',
    data: { entry: id, part: entry.part },
  });
}
