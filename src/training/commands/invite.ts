import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockSession, orNot } from '../facts.ts';
import type { Invite } from '../inputs.ts';
import { OWED_AS, whyNotReplan } from '../training.ts';
import { oweAttendance } from './owe-session.ts';
import { closeGaps } from './plan-session.ts';

/** Others are to come, and some need not; somebody always is. */
export async function invite(context: Context, id: Id<'training_session'>, input: Invite): Promise<void> {
  const { tx } = context;
  const session = await lockSession(tx, id);
  orNot(whyNotReplan(session, context.actor));
  const invited = (
    await tx.selectFrom('training_attendance').select('person_id').where('session_id', '=', id).execute()
  ).map((row) => row.person_id);
  const add = [...new Set(input.add)].filter((one) => !invited.includes(one));
  const remove = [...new Set(input.remove)].filter((one) => invited.includes(one) && !input.add.includes(one));
  await orNotHere(tx, add, 'add');
  if (session.trainer_id && add.includes(session.trainer_id))
    throw new Invalid('training.trains_himself', { path: 'add' });
  if (invited.length + add.length === remove.length) throw new Invalid('training.nobody_invited', { path: 'remove' });
  if (add.length > 0)
    await tx
      .insertInto('training_attendance')
      .values(add.map((person) => ({ session_id: id, person_id: person, remark: '' })))
      .execute();
  if (remove.length > 0)
    await tx.deleteFrom('training_attendance').where('session_id', '=', id).where('person_id', 'in', remove).execute();
  for (const ownerId of remove)
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.attendance], ownerId, reason: 'not_invited' });
  await oweAttendance(context, session, add);
  await closeGaps(context, session.course, add);
  if (add.length + remove.length === 0) return;
  await record(context, {
    subject: { type: 'training_session', id },
    type: 'training_session.invited',
    data: { people: add, removed: remove, fromAt: session.from_at },
  });
}
