import { sql } from 'kysely';
import type { z } from 'zod';
import { personNames } from '../organisation/house.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { CallRow } from './call-rows.ts';
import { callRows, callView } from './call-rows.ts';
import type { mineOut } from './view.ts';

/** Key of the phrase with which a call is answered (PHR-01). */
const GREETING = 'answer_telephone';
const MOST = 20;

/** What rings at my phone, whom I speak with, and what I have to write down, with what I say first. */
export async function myTelephone(context: Context): Promise<z.input<typeof mineOut>> {
  const { tx } = context;
  const me = actingPerson(context);
  const phone = await tx.selectFrom('extension').select('number').where('person_id', '=', me).executeTakeFirst();
  const state = await tx
    .selectFrom('telephone_state')
    .select(['state', 'reason', 'since'])
    .where('person_id', '=', me)
    .where('until', 'is', null)
    .executeTakeFirst();
  const { rows } = await callRows(sql`
    select c.* from phone_call c where c.ended_at is null and (c.answered_by_id = ${me}
      or exists (select from phone_offer o where o.call_id = c.id and o.person_id = ${me} and o.outcome is null))
    union
    (select c.* from phone_call c where c.answered_by_id = ${me} and c.contact_id is null and c.ended_at is not null
      order by c.began_at desc limit ${MOST})`).execute(tx);
  const names = await personNames(context);
  const greeting = (await settingsOf(context)).phrases?.find(({ key, on }) => key === GREETING && on);
  return {
    phone: phone ?? null,
    state: state ?? null,
    greeting: greeting?.text ?? null,
    calls: rows.map((row) => ({ ...callView(context, names, row), phase: phaseOf(row) })),
  };
}

function phaseOf(row: CallRow): 'ringing' | 'talking' | 'to_write' {
  if (row.ended_at) return 'to_write';
  return row.answered_at ? 'talking' : 'ringing';
}
