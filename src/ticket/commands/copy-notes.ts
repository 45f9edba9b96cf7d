import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';

/** Notes of one ticket stand on another, too, with who wrote them and when. */
export async function copyNotes(
  context: Context,
  from: Ticket,
  toId: Id<'ticket'>,
  noteIds: readonly Id<'note'>[],
): Promise<void> {
  if (noteIds.length === 0) return;
  const notes = await context.tx
    .selectFrom('note')
    .selectAll()
    .where('ticket_id', '=', from.id)
    .where('id', 'in', noteIds)
    .where('erased_at', 'is', null)
    .orderBy('at')
    .execute();
  if (notes.length < new Set(noteIds).size) throw new NotFound('note.unknown');
  const copies = notes.map((note) => ({ ...note, id: newId<'note'>(context.now), ticket_id: toId }));
  await context.tx.insertInto('note').values(copies).execute();
  await record(
    context,
    ...copies.map((note) => ({
      subject: { type: 'ticket' as const, id: toId },
      type: 'ticket.note_brought',
      happenedAt: note.at,
      data: { note: note.id, by: note.by_id, from: from.id, number: from.number },
    })),
  );
}
