import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Refused } from '../../kernel/refusal.ts';
import { epochOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { endpointOf } from '../call.ts';
import type { actInput } from '../inputs.ts';
import { isLive } from '../recording.ts';
import type { Order } from '../order.ts';
import { lockCall } from './hand-on.ts';
import { keepState } from './keep-states.ts';

type Act = z.output<typeof actInput>;
type Phone = { systemId: Id<'telephone_system'>; number: string; endpoint: string };

/**
 * Asks the exchange for something on behalf of whoever sits at a phone of it; the node that holds its line takes it there. Who has no
 * phone of an exchange may still say whether he takes calls.
 */
export async function askExchange(context: Context, act: Act): Promise<void> {
  const me = actingPerson(context);
  const phone = await phoneOf(context, me);
  if (act.do === 'pause' || act.do === 'ready') {
    const reason = act.do === 'pause' ? act.reason : null;
    await keepState(context, me, { state: act.do === 'pause' ? 'paused' : 'ready', reason, at: epochOf(context.now) });
    if (!phone) return;
  }
  if (!phone) throw new Refused('telephone.no_phone');
  const callId = 'callId' in act ? act.callId : null;
  const order = await orderOf(context, act, phone);
  await context.tx
    .insertInto('telephone_order')
    .values({
      id: newId<'telephone_order'>(context.now),
      system_id: phone.systemId,
      call_id: callId,
      by_id: me,
      action: json(order),
      made_at: context.now,
      done_at: null,
      fault: null,
    })
    .execute();
  context.signals.outboxAt = context.now;
}

async function phoneOf({ tx }: Context, me: Id<'person'>): Promise<Phone | null> {
  const row = await tx
    .selectFrom('extension')
    .innerJoin('telephone_system', 'telephone_system.id', 'extension.system_id')
    .select(['extension.system_id as systemId', 'extension.number', 'extension.endpoint'])
    .where('extension.person_id', '=', me)
    .where('telephone_system.off_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

async function orderOf(context: Context, act: Act, { endpoint, number }: Phone): Promise<Order> {
  switch (act.do) {
    case 'dial':
      return { do: 'dial', endpoint, extension: number, number: act.number };
    case 'pause':
      return { do: 'pause', endpoint, reason: act.reason };
    case 'ready':
      return { do: 'ready', endpoint };
    case 'mute': {
      const { notes } = await lockCall(context, act.callId);
      const recorded = notes?.find(({ recording }) => recording !== null);
      if (!recorded?.name || !recorded.recording) throw new Refused('telephone.not_recorded');
      const subject = { type: 'phone_call' as const, id: act.callId };
      await record(context, { subject, type: act.on ? 'call.recording_muted' : 'call.recording_unmuted', data: {} });
      const live = isLive(recorded.recording) ? recorded.recording : null;
      return { do: 'mute', channel: recorded.name, live, on: act.on };
    }
    case 'transfer': {
      const channel = await myChannel(context, act.callId, endpoint);
      return { do: 'transfer', kind: act.kind, channel, to: act.to, reason: act.reason ?? null };
    }
    case 'hold':
      return { do: 'hold', channel: await myChannel(context, act.callId, endpoint), on: act.on };
    case 'join':
    case 'back':
      return { do: act.do, channel: await myChannel(context, act.callId, endpoint) };
  }
}

/** The leg of a call that ends at that phone, while it lasts. */
async function myChannel(context: Context, callId: Id<'phone_call'>, endpoint: string): Promise<string> {
  const { notes } = await lockCall(context, callId);
  const mine = (notes ?? []).findLast(
    ({ name, ended }) => name !== null && endpointOf(name) === endpoint && Object.keys(ended).length === 0,
  );
  if (!mine?.name) throw new Refused('telephone.not_your_call');
  return mine.name;
}
