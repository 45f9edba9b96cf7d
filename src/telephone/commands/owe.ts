import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { CALL_BACK, WRITE_UP } from '../owed-as.ts';

type Owing = { id: Id<'phone_call'>; centre_id: Id<'centre'> };

/** Nobody took his call: whoever stands at the front desk calls back. */
export async function oweCallBack(context: Context, call: Owing, at: Instant): Promise<void> {
  const { limits } = await settingsOf(context);
  const [owner] = await whoIsTold(context, { to: 'front_desk', centreId: call.centre_id });
  await owe(context, call, {
    kind: CALL_BACK,
    ownerId: owner ?? null,
    limit: limits.callBack ?? limits.answerUrging,
    at,
  });
}

/** Whoever spoke writes down what it was about. */
export async function oweWriteUp(context: Context, call: Owing, ownerId: Id<'person'>, at: Instant): Promise<void> {
  const { limits } = await settingsOf(context);
  await owe(context, call, { kind: WRITE_UP, ownerId, limit: limits.writeUpCall ?? limits.acceptHandover, at });
}

type What = {
  kind: string;
  ownerId: Id<'person'> | null;
  limit: Awaited<ReturnType<typeof settingsOf>>['limits']['acceptHandover'];
  at: Instant;
};

async function owe(context: Context, call: Owing, { kind, ownerId, limit, at }: What): Promise<void> {
  const where = { centreId: call.centre_id, departmentId: null };
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'phone_call', id: call.id },
      ticketId: null,
      ownerId,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: at,
    },
  ]);
}

/** We spoke with that number, or that customer, after all: whoever called, all that is owed to him by telephone is kept. */
export async function keepCallBacks(
  context: Context,
  { number, customerId }: { number: string | null; customerId: Id<'customer'> | null },
  at: Instant,
): Promise<void> {
  if (number === null && customerId === null) return;
  const owed = await context.tx
    .selectFrom('commitment')
    .innerJoin('phone_call', (join) => join.on((e) => e('commitment.subject_id', '=', e.ref('phone_call.id'))))
    .select('commitment.id')
    .where('commitment.kind', '=', CALL_BACK)
    .where('commitment.settled_at', 'is', null)
    .where((e) =>
      e.or([
        ...(number === null ? [] : [e('phone_call.number', '=', number)]),
        ...(customerId === null ? [] : [e('phone_call.customer_id', '=', customerId)]),
      ]),
    )
    .execute();
  const ids = owed.map(({ id }) => id);
  if (ids.length > 0) await keepCommitments(context, { ids, happenedAt: at });
}

export async function keepWriteUp(context: Context, id: Id<'phone_call'>, at: Instant): Promise<void> {
  await keepCommitments(context, { subjectId: id, kinds: [WRITE_UP], happenedAt: at });
}
