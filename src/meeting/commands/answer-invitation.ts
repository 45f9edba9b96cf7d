import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockMeeting, membersOf } from '../facts.ts';
import type { AnswerInvitation } from '../inputs.ts';
import { whyNotAnswer } from '../meeting.ts';

/** Whoever is invited says that he comes, or why he cannot; until it is held he may say otherwise. */
export async function answerInvitation(
  context: Context,
  id: Id<'meeting'>,
  { comes, words }: AnswerInvitation,
): Promise<void> {
  const meeting = await lockMeeting(context, id);
  const own = (await membersOf(context, id)).find((one) => one.person_id === context.actor.personId);
  orRefuse(whyNotAnswer(meeting, own !== undefined));
  if (!comes && words === '') throw new Invalid('meeting.why_not', { path: 'words' });
  await context.tx
    .updateTable('meeting_member')
    .set({ answer: comes ? 'comes' : 'declined', answer_words: comes ? '' : words, answered_at: context.now })
    .where('meeting_id', '=', id)
    .where('no', '=', own!.no)
    .execute();
  await record(context, { subject: { type: 'meeting', id }, type: 'meeting.answered', data: { comes } });
}
