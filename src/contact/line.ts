import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import type { Left } from '../arrival/arrival.ts';
import { LEFT } from '../arrival/arrival.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { idOut, momentOut } from '../platform/http/shapes.ts';
import { personOut } from '../organisation/shapes.ts';
import { callerNameOut, channelOut, customerNameOut, placeCodeOut, ticketNameOut } from '../ticket/shapes.ts';

/** One touch: who came or called, what about, who received him, and what came of it (RECP-03). */
export const contactLineOut = z.object({
  id: idOut('contact'),
  direction: z.string().describe('in: somebody reached us; out: we reached him'),
  channel: channelOut,
  written: z.boolean().describe('Brought in writing (CHAN-08)'),
  purpose: z
    .string()
    .describe(
      'What about: consultation, complaint, suggestion, request, repair, help, payment, visit, follow_up, told_result or other',
    ),
  customer: customerNameOut.nullable().describe('Whom it was about; null: nobody on file'),
  callerName: callerNameOut,
  callerPhone: z.string().nullable().describe('Masked unless the caller may see it whole'),
  place: placeCodeOut.nullable().describe('Where it was about; null: nowhere in particular'),
  need: z.string().describe('What was wanted, in his words; empty: not noted'),
  outcome: z.string().describe('What came of it; empty: not noted'),
  receiver: personOut.describe('Who received him'),
  at: momentOut.describe('When it began'),
  endedAt: momentOut.nullable().describe('When it ended; null: not noted'),
  tickets: z.array(ticketNameOut).describe('The matters it was about'),
  visit: z
    .object({
      waited: z.number().describe('Whole minutes he waited to be received; of one left unserved: until he went'),
      outcome: z.enum(LEFT).describe('How it ended: settled, matter, sent_on or unserved'),
      wanted: personOut.nullable().describe('Whom he wanted; null: whoever was free'),
    })
    .nullable()
    .describe('Of a visitor who stood in the queue; null: none did'),
  conversationId: idOut('conversation')
    .nullable()
    .describe('Of one that is a message: where it stands; null: it is none'),
});

export type ContactLine = z.input<typeof contactLineOut>;

export type ContactRow = {
  id: string;
  direction: string;
  channel: string;
  written: boolean;
  purpose: string;
  customer_id: string | null;
  customer_name: string | null;
  caller_name: string | null;
  caller_phone: string | null;
  place_id: string | null;
  place_code: string | null;
  need: string;
  outcome: string;
  centre_id: string;
  by_id: string;
  by_name: string;
  at: Instant;
  ended_at: Instant | null;
  tickets: { id: string; number: number; title: string }[];
  conversation_id: string | null;
  visit_outcome: Left | null;
  visit_minutes: number | null;
  wanted_id: string | null;
  wanted_name: string | null;
};

/** Contacts out of `from` (which must answer rows of `contact` as `c`), with the names around them, newest first. */
export function contactRows(from: RawBuilder<unknown>): RawBuilder<ContactRow> {
  return sql<ContactRow>`
    select c.*, av.outcome as visit_outcome, av.wanted_id, w.name as wanted_name,
      floor(extract(epoch from coalesce(av.taken_at, av.left_at) - av.arrived_at) / 60)::int as visit_minutes, cu.name as customer_name, pl.code as place_code, p.name as by_name,
      coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number, 'title', t.title) order by t.number)
        from contact_ticket ct join ticket t on t.id = ct.ticket_id where ct.contact_id = c.id), '[]') as tickets,
      (select m.conversation_id from message m where m.contact_id = c.id limit 1) as conversation_id
    from (${from}) c join person p on p.id = c.by_id left join customer cu on cu.id = c.customer_id
      left join place pl on pl.id = c.place_id left join arrival av on av.contact_id = c.id left join person w on w.id = av.wanted_id
    order by c.at desc, c.id desc`;
}

export function contactLine(context: Context, row: ContactRow): ContactLine {
  const masked = can(context.actor, 'customer.see_phone', { centreId: row.centre_id, people: [row.by_id] }) !== null;
  const phone = row.caller_phone;
  return {
    id: row.id,
    direction: row.direction,
    channel: row.channel,
    written: row.written,
    purpose: row.purpose,
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    callerName: row.caller_name,
    callerPhone: phone === null ? null : masked ? maskPhone(dialled(phone)) : dialled(phone),
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '' },
    need: row.need,
    outcome: row.outcome,
    receiver: { id: row.by_id, name: row.by_name },
    at: row.at,
    endedAt: row.ended_at,
    tickets: row.tickets,
    visit: visitOf(row),
    conversationId: row.conversation_id,
  };
}

function visitOf({ visit_outcome: outcome, visit_minutes: waited, wanted_id: id, wanted_name: name }: ContactRow) {
  if (outcome === null) return null;
  return { outcome, waited: waited ?? 0, wanted: id === null ? null : { id, name: name ?? '' } };
}
