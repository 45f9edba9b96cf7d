import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { MINUTE, plus } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { CallRow } from './call-rows.ts';
import { callRows, callView } from './call-rows.ts';
import { STALE } from './commands/take-orders.ts';
import type { Order } from './order.ts';
import type { mineOut } from './view.ts';

type Mine = z.input<typeof mineOut>;

/** Key of the phrase with which a call is answered (PHR-01). */
const GREETING = 'answer_telephone';
const MOST = 20;
/** So long it is said that the exchange would not. */
const SAID_FOR = MINUTE;

/** What rings at my phone, whom I speak with, and what I have to write down, with what I say first. */
export async function myTelephone(context: Context): Promise<Mine> {
  const { tx } = context;
  const me = actingPerson(context);
  const phone = await tx
    .selectFrom('extension')
    .select(['number', 'system_id'])
    .where('person_id', '=', me)
    .executeTakeFirst();
  const state = await tx
    .selectFrom('telephone_state')
    .select(['state', 'reason', 'since'])
    .where('person_id', '=', me)
    .where('until', 'is', null)
    .executeTakeFirst();
  const { rows } = await callRows(sql`
    select c.* from phone_call c where c.ended_at is null and (${speaksWith(me)}
      or exists (select from phone_offer o where o.call_id = c.id and o.person_id = ${me} and o.outcome is null))
    union
    (select c.* from phone_call c where c.answered_by_id = ${me} and c.contact_id is null and c.ended_at is not null
      order by c.began_at desc limit ${MOST})`).execute(tx);
  const names = await personNames(context);
  const asked = await askedFirst(
    context,
    me,
    rows.map(({ id }) => id),
  );
  const greeting = (await settingsOf(context)).phrases?.find(({ key, on }) => key === GREETING && on);
  return {
    phone: phone ? { number: phone.number } : null,
    state: state ?? null,
    greeting: greeting?.text ?? null,
    calls: rows.map((row) => {
      const whom = asked.get(row.id);
      const asking = whom ? { number: whom.number, person: named(names, whom.personId) } : null;
      return { ...callView(context, names, row), phase: phaseOf(row), asking };
    }),
    refused: await refusedTo(context, me),
  };
}

/** Whoever took it, until he handed it on; then whoever has it now. */
function speaksWith(me: Id<'person'>): RawBuilder<unknown> {
  return sql`((c.answered_by_id = ${me}
      and not exists (select from phone_transfer h where h.call_id = c.id and h.from_id = ${me} and h.outcome = 'taken'))
    or exists (select from phone_offer o
      where o.call_id = c.id and o.person_id = ${me} and o.outcome = 'answered' and o.ended_at is null))`;
}

type Whom = { number: string; personId: Id<'person'> | null };

/** Of each call, whom I asked to speak with first and neither put together with the caller nor left again. */
async function askedFirst(
  { tx }: Context,
  me: Id<'person'>,
  calls: readonly Id<'phone_call'>[],
): Promise<Map<Id<'phone_call'>, Whom>> {
  if (calls.length === 0) return new Map();
  const { rows } = await sql<{ call_id: Id<'phone_call'>; number: string; person_id: Id<'person'> | null }>`
    select o.call_id, o.action ->> 'to' as number, x.person_id from (
      select distinct on (t.call_id) t.* from telephone_order t
      where t.by_id = ${me} and t.call_id = any(${calls}::uuid[]) and t.fault is null and t.done_at is not null
        and t.action ->> 'do' in ('transfer', 'join', 'back')
      order by t.call_id, t.made_at desc, t.id desc) o
    join phone_call c on c.id = o.call_id and c.ended_at is null
    left join extension x on x.system_id = o.system_id and x.number = o.action ->> 'to'
    where o.action ->> 'do' = 'transfer' and o.action ->> 'kind' = 'attended'
      and not exists (select from phone_transfer h where h.call_id = o.call_id and h.at >= o.made_at)`.execute(tx);
  return new Map(rows.map((row) => [row.call_id, { number: row.number, personId: row.person_id }]));
}

async function refusedTo({ tx, now }: Context, me: Id<'person'>): Promise<Mine['refused']> {
  const last = await tx
    .selectFrom('telephone_order')
    .select(['action', 'fault', 'made_at'])
    .where('by_id', '=', me)
    .where('made_at', '>', plus(now, -SAID_FOR))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!last?.fault) return null;
  const { do: what } = last.action as Order;
  return { at: last.made_at, do: what, said: last.fault === STALE ? null : last.fault };
}

function phaseOf(row: CallRow): 'ringing' | 'talking' | 'to_write' {
  if (row.ended_at) return 'to_write';
  return row.answered_at ? 'talking' : 'ringing';
}
