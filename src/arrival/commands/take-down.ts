import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { customerById } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import { placeById } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { OWED_AS, RECEIVE } from '../arrival.ts';
import { whyNotReceive } from '../facts.ts';
import type { Arrive } from '../inputs.ts';

/**
 * Somebody stands at the counter: who, what for, and whom he wants (RECP-03, RECP-13). From now on it is owed that he is received:
 * by whom he wants, else by whoever is at the desk. The same id again takes nobody down twice.
 */
export async function takeDown(context: Context, input: Arrive): Promise<Id<'arrival'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'arrival'>(now);
  if (await tx.selectFrom('arrival').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const { name, customerId, placeId, purpose, wantedId } = input;
  if (name === '' && customerId === undefined && placeId === undefined)
    throw new Invalid('arrival.nobody', { path: 'name' });
  const centreId = await centreOf(context);
  const me = actingPerson(context);
  orForbid(whyNotReceive(context.actor, centreId));
  if (wantedId !== undefined) await orNotHere(tx, [wantedId], 'wantedId');
  await orUnknown(context, input);
  const at = happened(context, input.arrivedAt, plus(now, -DAY));
  await tx
    .insertInto('arrival')
    .values({
      id,
      centre_id: centreId,
      name: customerId === undefined ? name : '',
      customer_id: customerId ?? null,
      place_id: placeId ?? null,
      purpose,
      wanted_id: wantedId ?? null,
      by_id: me,
      arrived_at: at,
    })
    .execute();
  await owe(context, id, { centreId, wantedId: wantedId ?? null, at });
  await record(context, {
    subject: { type: 'arrival', id },
    type: 'arrival.taken_down',
    happenedAt: at,
    data: { purpose, wanted: wantedId ?? null },
  });
  return id;
}

/** Whom he names and where he lives must be on file. */
async function orUnknown({ tx }: Context, { customerId, placeId }: Arrive): Promise<void> {
  if (customerId !== undefined) await customerById(tx, customerId);
  if (placeId !== undefined) await placeById(tx, placeId);
}

type Owing = { centreId: Id<'centre'>; wantedId: Id<'person'> | null; at: Instant };

async function owe(context: Context, id: Id<'arrival'>, { centreId, wantedId, at }: Owing): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.receiveVisitor ?? RECEIVE;
  const where = { centreId, departmentId: null };
  const desk = context.actor.posts.find((post) => post.centreId === centreId && post.rights['contact.record']);
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'arrival', id },
      ticketId: null,
      ownerId: wantedId ?? (desk ? null : actingPerson(context)),
      postId: wantedId ? null : desk?.id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: at,
    },
  ]);
}
