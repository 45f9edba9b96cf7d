import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { SessionRow } from '../facts.ts';
import { lockSession, orNot, rulesInForce } from '../facts.ts';
import type { MoveSession } from '../inputs.ts';
import type { ChangeSort, Former } from '../training.ts';
import { OWED_AS, whyNotReplan } from '../training.ts';
import { oweAttendance, oweSession } from './owe-session.ts';
import { orEndsEarly } from './plan-session.ts';

/** It is to be at another time, with the reason; the plan keeps when it was to be at first (TRNG-02). */
export async function moveSession(context: Context, id: Id<'training_session'>, input: MoveSession): Promise<void> {
  const session = await lockSession(context.tx, id);
  orNot(whyNotReplan(session, context.actor));
  orEndsEarly(input);
  if (input.fromAt <= context.now) throw new Invalid('promise.in_past', { path: 'fromAt' });
  const moved = {
    from_at: input.fromAt,
    until_at: input.untilAt,
    place: input.place ?? session.place,
  };
  await context.tx.updateTable('training_session').set(moved).where('id', '=', id).execute();
  await changed(context, session, 'moved', input.why);
  await oweNoMore(context, session, 'moved');
  await oweSession(context, { ...session, ...moved }, await rulesInForce(context));
  const people = await invitedTo(context, id);
  await oweAttendance(context, { ...session, ...moved }, people);
  await record(context, {
    subject: { type: 'training_session', id },
    type: 'training_session.moved',
    data: {
      people,
      formerFromAt: session.from_at,
      formerUntilAt: session.until_at,
      fromAt: input.fromAt,
      untilAt: input.untilAt,
    },
  });
}

/** It is not held at all, with the reason. */
export async function cancelSession(
  context: Context,
  id: Id<'training_session'>,
  { why }: { why: string },
): Promise<void> {
  const session = await lockSession(context.tx, id);
  orNot(whyNotReplan(session, context.actor));
  await context.tx.updateTable('training_session').set({ state: 'cancelled' }).where('id', '=', id).execute();
  await changed(context, session, 'cancelled', why);
  await oweNoMore(context, session, 'cancelled');
  await record(context, {
    subject: { type: 'training_session', id },
    type: 'training_session.cancelled',
    data: { people: await invitedTo(context, id), fromAt: session.from_at },
  });
}

/** Called off in time nothing is owed any more; after its time it was not held, whatever is planned instead. */
async function oweNoMore(context: Context, session: SessionRow, reason: string): Promise<void> {
  const subjectId = session.id;
  if (context.now > session.until_at) await keepCommitments(context, { subjectId, kinds: [OWED_AS.session] });
  await cancelCommitments(context, { subjectId, kinds: [OWED_AS.session, OWED_AS.attendance], reason });
}

export async function invitedTo({ tx }: Context, id: Id<'training_session'>): Promise<Id<'person'>[]> {
  const rows = await tx
    .selectFrom('training_attendance')
    .select('person_id')
    .where('session_id', '=', id)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** What stood before, who changed it and why. */
export async function changed(
  context: Context,
  { id, from_at, until_at }: Pick<SessionRow, 'id' | 'from_at' | 'until_at'>,
  sort: ChangeSort,
  why: string,
  former: Former = { fromAt: from_at, untilAt: until_at },
): Promise<void> {
  const { n } = await context.tx
    .selectFrom('training_change')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow();
  await context.tx
    .insertInto('training_change')
    .values({
      session_id: id,
      no: Number(n) + 1,
      sort,
      why,
      former: json(former),
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
}
