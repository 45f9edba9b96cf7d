import type { Insertable, Selectable } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Epoch, Instant } from '../../kernel/time.ts';
import { earlier, instantOf, SECOND } from '../../kernel/time.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Call, Stretch } from '../call.ts';
import { ringsIn } from '../call.ts';
import type { Followed } from '../follow.ts';
import type { Phones } from '../phones.ts';
import { comparable, customerCalling, phonesOf } from '../phones.ts';
import { USUAL } from '../rules.ts';
import type { Row } from '../row.ts';
import type { PhoneCallTable, TelephoneSystemTable } from '../table.ts';
import { channelOfLine } from '../system.ts';
import { bringSoon } from './bring-recording.ts';
import { followCall } from './follow-call.ts';
import { keepOffers } from './keep-offers.ts';
import { keepTransfers } from './keep-transfers.ts';

export type System = Pick<Selectable<TelephoneSystemTable>, 'id' | 'centre_id' | 'settings'>;
/** What is needed to say of a call in the house's words what an exchange said in its own. */
export type Telling = { system: System; phones: Phones; ringMs: number; at(epoch: Epoch): Instant };

/**
 * Takes in what an exchange told of its calls, each as far as it is known by now: told again, nothing changes. One between two of our
 * own phones is nobody's business. `skew`: how far its clock is behind ours, in milliseconds.
 */
export async function takeInCalls(
  context: Context,
  system: System,
  told: readonly Followed[],
  skew: number,
): Promise<void> {
  const phones = await phonesOf(context.tx, system.id);
  const rules = (await settingsOf(context)).telephone ?? USUAL;
  const at = (epoch: Epoch): Instant => earlier(instantOf(epoch + skew), context.now);
  const telling = { system, phones, ringMs: rules.ringSeconds * SECOND, at };
  for (const one of told) if (!isInternal(one.call, phones)) await takeIn(context, telling, one);
}

function isInternal({ direction, number }: Call, { byNumber }: Phones): boolean {
  return direction === 'out' && (number === null || byNumber.has(number));
}

async function takeIn(context: Context, telling: Telling, { call, notes }: Followed): Promise<void> {
  const former = await context.tx
    .selectFrom('phone_call')
    .selectAll()
    .where('system_id', '=', telling.system.id)
    .where('key', '=', call.key)
    .forUpdate()
    .executeTakeFirst();
  // what has ended has ended: an echo of it tells less than is known
  if (former?.ended_at) return;
  const facts = { ...factsOf(telling, call), notes: call.endedAt === null ? json(notes) : null };
  const row = former
    ? await context.tx
        .updateTable('phone_call')
        .set(facts)
        .where('id', '=', former.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await begin(context, telling, call, facts);
  await keepOffers(context, telling, row.id, call.offers);
  await keepTransfers(context, telling, row.id, call.transfers);
  await tell(context, former, row);
  await followCall(context, former, row);
  if (row.ended_at) await bringSoon(context, row);
}

type Facts = ReturnType<typeof factsOf> & Pick<Insertable<PhoneCallTable>, 'notes'>;

async function begin(context: Context, telling: Telling, call: Call, facts: Facts) {
  const number = comparable(call.number);
  return context.tx
    .insertInto('phone_call')
    .values({
      id: newId<'phone_call'>(context.now),
      system_id: telling.system.id,
      key: call.key,
      customer_id: await customerCalling(context.tx, number),
      centre_id: telling.system.centre_id,
      contact_id: null,
      ...facts,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function factsOf({ system, phones, ringMs, at }: Telling, call: Call) {
  const { rangAt, answeredAt } = call;
  const moment = (epoch: Epoch | null): Instant | null => (epoch === null ? null : at(epoch));
  const began = call.beganAt ?? call.joinedAt ?? rangAt ?? answeredAt ?? call.endedAt ?? 0;
  return {
    direction: call.direction,
    number: comparable(call.number),
    line: call.line,
    channel: channelOfLine(system.settings, call.line),
    queue: call.queue,
    began_at: at(began),
    joined_at: moment(call.joinedAt),
    rang_at: moment(rangAt),
    answered_at: moment(answeredAt),
    answered_by_id: call.answeredBy === null ? null : (phones.byEndpoint.get(call.answeredBy) ?? null),
    rings:
      call.direction === 'in' && rangAt !== null && answeredAt !== null ? ringsIn(answeredAt - rangAt, ringMs) : null,
    held_ms: lengthOf(call.holds),
    held_since: moment(openSince(call.holds)),
    muted_ms: lengthOf(call.mutes),
    muted_since: moment(openSince(call.mutes)),
    recording: call.recording,
    ended_at: moment(call.endedAt),
    ended_by: call.endedBy,
    cause: call.cause,
    outcome: call.endedAt === null ? null : call.outcome,
    unseen: call.unseen,
  };
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, until }) => sum + (until === null ? 0 : until - from), 0);
}

function openSince(stretches: readonly Stretch[]): Epoch | null {
  return stretches.find(({ until }) => until === null)?.from ?? null;
}

/** What is new of it, once each. */
async function tell(context: Context, former: Row | undefined, row: Row): Promise<void> {
  const subject = { type: 'phone_call' as const, id: row.id };
  const { channel, direction, outcome, rings } = row;
  if (!former)
    await record(context, { subject, type: 'call.began', happenedAt: row.began_at, data: { channel, direction } });
  if (row.answered_at && !former?.answered_at)
    await record(context, {
      subject,
      type: 'call.answered',
      happenedAt: row.answered_at,
      data: { by: row.answered_by_id, rings },
    });
  if (row.ended_at) await record(context, { subject, type: 'call.ended', happenedAt: row.ended_at, data: { outcome } });
  context.signals.changed.set(row.id, 'phone_call');
}
