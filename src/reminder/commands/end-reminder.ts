import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotReminder } from '../reminder.ts';
import { owe } from './set-reminder.ts';

/** What one was reminded of is done, or need not be done any more. */
export async function doneReminder(context: Context, id: Id<'reminder'>): Promise<void> {
  await lockReminder(context, id);
  await keepCommitments(context, { subjectId: id, kinds: ['reminder'] });
  await record(context, { subject: { type: 'reminder', id }, type: 'reminder.done' });
}

/** Not now: it comes again later. */
export async function moveReminder(context: Context, id: Id<'reminder'>, dueAt: Instant): Promise<void> {
  const { owner_id } = await lockReminder(context, id);
  if (dueAt <= context.now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  await cancelCommitments(context, { subjectId: id, kinds: ['reminder'], reason: 'put_off' });
  await owe(context, id, owner_id!, dueAt);
  await record(context, { subject: { type: 'reminder', id }, type: 'reminder.moved', data: { dueAt } });
}

/** The reminder with its last commitment, locked; somebody else's is as good as not there. */
async function lockReminder(context: Context, id: Id<'reminder'>) {
  const found = await context.tx
    .selectFrom('reminder')
    .innerJoin('commitment', 'commitment.subject_id', 'reminder.id')
    .select(['reminder.set_by_id', 'commitment.owner_id', 'commitment.settled_at'])
    .where('reminder.id', '=', id)
    .orderBy('commitment.started_at', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('reminder.unknown');
  orRefuse(whyNotReminder(found, context.actor.personId));
  return found;
}
