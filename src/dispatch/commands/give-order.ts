import { worksAt } from '../../attendance/facts.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { NewCommitment } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import { OWED_AS, whyNotSend } from '../dispatch.ts';
import type { Order } from '../facts.ts';
import { handsOf, whyNotDispatch } from '../facts.ts';
import type { GiveOrder } from '../inputs.ts';

/**
 * Somebody is sent in an emergency: he hears of it at once and says that he has it, or those above hear (SAFE-06). Whoever sends somebody who
 * is not free says why. The same id again gives nothing twice.
 */
export async function giveOrder(context: Context, input: GiveOrder): Promise<Id<'dispatch_order'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'dispatch_order'>(now);
  if (await tx.selectFrom('dispatch_order').select('id').where('id', '=', id).executeTakeFirst()) return id;
  await orNotHere(tx, [input.toId], 'toId');
  const { centre_id, department_id } = await worksAt(context, input.toId);
  orForbid(whyNotDispatch(context.actor, { centre_id, department_id }));
  if (input.dueAt && input.dueAt <= now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  if (input.ticketId) await allowToSee(context, await ticketById(tx, input.ticketId));
  await orNowhere(context, input);
  // whoever else sends him waits, and finds him busy
  await tx.selectFrom('person').select('id').where('id', '=', input.toId).forNoKeyUpdate().execute();
  const { standing } = (await handsOf(context, [input.toId])).get(input.toId)!;
  const notFree = whyNotSend(standing, input.why);
  if (notFree) throw new Refused(notFree.code, notFree.params);
  const order: Order = {
    id,
    centre_id,
    department_id,
    to_id: input.toId,
    given_by_id: actingPerson(context),
    given_at: now,
    what: input.what,
    place_id: input.placeId ?? null,
    spot: input.spot,
    ticket_id: input.ticketId ?? null,
    due_at: input.dueAt ?? null,
    standing,
    why: input.why,
  };
  await tx.insertInto('dispatch_order').values(order).execute();
  await owe(context, order);
  await record(context, {
    subject: { type: 'dispatch_order', id },
    type: 'dispatch.given',
    ticketId: order.ticket_id,
    data: { to: order.to_id, standing, dueAt: order.due_at },
  });
  return id;
}

async function orNowhere({ tx }: Context, { placeId, spot }: GiveOrder): Promise<void> {
  if (placeId === undefined) {
    if (spot === '') throw new Invalid('dispatch.nowhere', { path: 'spot' });
    return;
  }
  const place = await tx.selectFrom('place').select('id').where('id', '=', placeId).executeTakeFirst();
  if (!place) throw new NotFound('place.unknown');
}

/** Saying that he has it is owed within the limit of the house; doing it by the moment that was said, where one was. */
async function owe(context: Context, order: Order): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.takeDispatch ?? limits.answerUrging;
  const where = { centreId: order.centre_id, departmentId: order.department_id };
  const owed = {
    subject: { type: 'dispatch_order', id: order.id },
    ticketId: null,
    ownerId: order.to_id,
    ...where,
    calendarId: await calendarFor(context.tx, limit.calendar, where),
    startedAt: context.now,
  } as const;
  const all: NewCommitment[] = [{ ...owed, kind: OWED_AS.take, limit }];
  if (order.due_at) all.push({ ...owed, kind: OWED_AS.done, limit: { dueAt: order.due_at, ladder: limit.ladder } });
  await startCommitments(context, all);
}
