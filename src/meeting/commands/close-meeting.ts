import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockMeeting, membersOf } from '../facts.ts';
import { OWED_AS, whyNotClose } from '../meeting.ts';

/** Its chair signs the record, which is not changed any more. */
export async function closeMeeting(context: Context, id: Id<'meeting'>): Promise<void> {
  const meeting = await lockMeeting(context, id);
  orRefuse(whyNotClose(meeting, await recordOf(context, id), context.actor));
  await context.tx
    .updateTable('meeting')
    .set({ state: 'closed', closed_at: context.now })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.record] });
  await record(context, { subject: { type: 'meeting', id }, type: 'meeting.closed' });
}

async function recordOf(context: Context, id: Id<'meeting'>): Promise<{ came: number; silent: number }> {
  const points = await context.tx
    .selectFrom('meeting_point')
    .select(['minutes', 'decision'])
    .where('meeting_id', '=', id)
    .execute();
  return {
    came: (await membersOf(context, id)).filter((one) => one.came).length,
    silent: points.filter(({ minutes, decision }) => minutes === '' && decision === '').length,
  };
}
