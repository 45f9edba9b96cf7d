import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotClose } from '../diary.ts';
import { diaryOf, drawUp } from '../facts.ts';
import type { CloseDiary } from '../inputs.ts';

/**
 * Closes one's diary of a day: what stands in the house is kept as it is now, with what was written besides. An empty day is refused;
 * one that is over can still be closed, and counts as late.
 */
export async function closeDiary(context: Context, { day, done, next }: CloseDiary): Promise<void> {
  const { tx, now } = context;
  const diary = await diaryOf(context, actingPerson(context), day);
  if (diary.id)
    await tx.selectFrom('diary_day').select('id').where('id', '=', diary.id).forNoKeyUpdate().executeTakeFirst();
  orRefuse(whyNotClose(diary, now));
  const lines = await drawUp(context, diary);
  if (lines.length === 0 && done === '') throw new Invalid('diary.empty', { path: 'done' });
  const id = diary.id ?? newId<'diary_day'>(now);
  const closed = { done, next, lines: json(lines), closed_at: now };
  if (diary.id) await tx.updateTable('diary_day').set(closed).where('id', '=', id).execute();
  else
    await tx
      .insertInto('diary_day')
      .values({ ...diary, id, ...closed })
      .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'diary_day', id },
    type: 'diary_day.closed',
    data: { personId: diary.person_id, day, lines: lines.length },
  });
}
