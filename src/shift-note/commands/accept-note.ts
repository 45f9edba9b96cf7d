import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { owedOn } from '../../commitment/queries.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotAccept } from '../shift-note.ts';

/** The next takes the shift over, with a question or remark to whoever handed it over, who hears of it. */
export async function acceptNote(
  context: Context,
  id: Id<'shift_note'>,
  { remark }: { remark: string },
): Promise<void> {
  const note = await context.tx
    .selectFrom('shift_note')
    .select(['by_id', 'post_id', 'accepted_at'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!note) throw new NotFound('shift_note.unknown');
  const { ownerId } = await owedOn(context.tx, id, OWED_AS);
  orRefuse(whyNotAccept(note, ownerId, context.actor));
  const by = actingPerson(context);
  await context.tx
    .updateTable('shift_note')
    .set({ accepted_at: context.now, accepted_by_id: by, remark })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'shift_note', id },
    type: 'shift_note.accepted',
    data: { by, handedBy: note.by_id, remarked: remark !== '' },
  });
}
