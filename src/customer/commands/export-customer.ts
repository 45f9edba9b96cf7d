import { sql } from 'kysely';
import { can, orForbid } from '../../organisation/can.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotChangeCustomer } from '../customer.ts';
import { lockCustomer, thingOfCustomer } from '../facts.ts';
import { whyMasked } from '../phone.ts';

/**
 * Everything kept about one customer, for himself: who he is, how he is reached, where he lives, what he needed, what he was
 * answered, and what he said afterwards. That it was handed out, by whom and when, stands in the journal.
 */
export async function exportCustomer(context: Context, id: string): Promise<Record<string, unknown>> {
  const customer = await lockCustomer(context, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.edit', thing) ?? whyMasked(context, thing));
  orRefuse(whyNotChangeCustomer(customer));
  const { rows } = await sql<{ content: Record<string, unknown> }>`
    select json_build_object(
      'customer', (select json_build_object('kind', kind, 'name', name, 'language', language, 'note', note,
        'known_since', created_at) from customer where id = ${id}),
      'phones', (select coalesce(json_agg(json_build_object('number', digits, 'label', label) order by digits), '[]')
        from customer_phone where customer_id = ${id}),
      'emails', (select coalesce(json_agg(json_build_object('address', address, 'label', label) order by address), '[]')
        from customer_email where customer_id = ${id}),
      'places', (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'relation', cp.relation,
        'since', cp.since, 'until', cp.until) order by p.code), '[]')
        from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = ${id}),
      'tickets', (select coalesce(json_agg(json_build_object('number', t.number, 'kind', t.kind, 'title', t.title,
        'need', t.need, 'opened_at', t.opened_at, 'closed_at', t.closed_at, 'outcome', t.outcome,
        'caller_name', t.caller_name, 'caller_phone', t.caller_phone, 'satisfaction', t.satisfaction, 'fields', t.fields,
        'answers', (select coalesce(json_agg(json_build_object('at', n.at, 'text', n.text) order by n.at), '[]')
          from note n where n.ticket_id = t.id and n.kind in ('answer', 'apology', 'explanation', 'result'))) order by t.number), '[]')
        from ticket t where t.customer_id = ${id}),
      'contacts', (select coalesce(json_agg(json_build_object('at', k.at, 'channel', k.channel, 'direction', k.direction,
        'caller_name', k.caller_name, 'caller_phone', k.caller_phone, 'need', k.need, 'outcome', k.outcome) order by k.at), '[]')
        from contact k where k.customer_id = ${id}),
      'return_visits', (select coalesce(json_agg(json_build_object('ticket', t.number, 'opinion', v.opinion,
        'criticism', v.criticism) order by t.number), '[]')
        from return_visit v join ticket t on t.id = v.ticket_id where t.customer_id = ${id})) as content`.execute(
    context.tx,
  );
  await record(context, { subject: { type: 'customer', id }, type: 'customer.exported' });
  return rows[0]!.content;
}
