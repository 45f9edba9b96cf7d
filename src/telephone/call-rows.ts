import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { whyMasked } from '../customer/phone.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, instant, SECOND } from '../kernel/time.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import type { Names } from '../organisation/house.ts';
import { named } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { CALL_BACK, WRITE_UP } from './owed-as.ts';
import type { Row } from './row.ts';
import type { PhoneOfferTable, PhoneTransferTable } from './table.ts';
import type { callOut } from './view.ts';

export type CallView = z.input<typeof callOut>;
export type CallRow = Row & {
  customer_name: string | null;
  offers: Selectable<PhoneOfferTable>[];
  transfers: Selectable<PhoneTransferTable>[];
  call_back_due: Instant | null;
  write_up_due: Instant | null;
};

const due = (kind: string): RawBuilder<unknown> => sql`
  (select m.due_at from commitment m
    where m.subject_id = c.id and m.kind = ${kind} and m.settled_at is null limit 1)`;

/** Calls out of `from` (which must answer rows of `phone_call` as `c`), with what hangs on them, newest first. */
export function callRows(from: RawBuilder<unknown>): RawBuilder<CallRow> {
  return sql<CallRow>`
    select c.*, cu.name as customer_name, ${due(CALL_BACK)} as call_back_due, ${due(WRITE_UP)} as write_up_due,
      coalesce((select json_agg(o order by o.at, o.key) from phone_offer o where o.call_id = c.id), '[]') as offers,
      coalesce((select json_agg(h order by h.at, h.id) from phone_transfer h where h.call_id = c.id), '[]') as transfers
    from (${from}) c left join customer cu on cu.id = c.customer_id
    order by c.began_at desc, c.id desc`;
}

/** Whoever may see the number of a call whole may listen to it. */
export function whyNotHear(context: Context, call: Pick<CallRow, 'centre_id' | 'answered_by_id'>): Refusal | null {
  const people = call.answered_by_id ? [call.answered_by_id] : [];
  return whyMasked(context, { centreId: call.centre_id, people });
}

export function callView(context: Context, names: Names, row: CallRow): CallView {
  const whole = whyNotHear(context, row) === null;
  const number = row.number === null ? null : dialled(row.number);
  return {
    id: row.id,
    direction: row.direction,
    channel: row.channel,
    number: number === null || whole ? number : maskPhone(number),
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    queue: row.queue,
    byHand: row.system_id === null,
    beganAt: row.began_at,
    rangAt: row.rang_at,
    answeredAt: row.answered_at,
    answeredBy: named(names, row.answered_by_id),
    rings: row.rings,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    outcome: row.outcome,
    unseen: row.unseen,
    heldSince: row.held_since,
    heldSeconds: Math.round(row.held_ms / SECOND),
    recording: row.recording,
    playable: whole && row.recording_id !== null,
    recordingFault: row.recording_fault,
    mutedSince: row.muted_since,
    mutedSeconds: Math.round(row.muted_ms / SECOND),
    offers: row.offers.map((offer) => offerView(names, offer)),
    transfers: row.transfers.map((one) => transferView(names, one)),
    contactId: row.contact_id,
    callBackDue: row.call_back_due,
    writeUpDue: row.write_up_due,
  };
}

function offerView(names: Names, offer: Selectable<PhoneOfferTable>): CallView['offers'][number] {
  const { person_id, number, at, outcome } = offer;
  return { person: named(names, person_id), number, at: instant(at), seconds: rangFor(offer), outcome };
}

function transferView(names: Names, one: Selectable<PhoneTransferTable>): CallView['transfers'][number] {
  const { id, kind, from_id, to_id, to_number: toNumber, reason, at, outcome } = one;
  return { id, kind, from: named(names, from_id), to: named(names, to_id), toNumber, reason, at: instant(at), outcome };
}

function rangFor({ at, answered_at, ended_at }: Selectable<PhoneOfferTable>): number | null {
  const until = answered_at ?? ended_at;
  return until === null ? null : Math.round(between(at, until) / SECOND);
}
