import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockMeeting, membersOf } from '../facts.ts';
import { whyNotArrange } from '../meeting.ts';

/** It does not take place: everybody invited is told. What is owed for its period stays owed. */
export async function cancelMeeting(context: Context, id: Id<'meeting'>, { why }: { why: string }): Promise<void> {
  const meeting = await lockMeeting(context, id);
  orRefuse(whyNotArrange(meeting, context.actor));
  await context.tx
    .updateTable('meeting')
    .set({ state: 'cancelled', cancelled_because: why })
    .where('id', '=', id)
    .execute();
  const told = (await membersOf(context, id)).flatMap((one) => one.person_id ?? []);
  await record(context, {
    subject: { type: 'meeting', id },
    type: 'meeting.cancelled',
    data: { told, startsAt: meeting.starts_at },
  });
}
