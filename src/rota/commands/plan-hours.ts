import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotPlan } from '../facts.ts';
import type { PlanHours } from '../inputs.ts';

/** More than a centre of a hundred people needs. */
const MOST = 500;

/** Somebody is to be there at these hours, every week or on one date; or is not, on one date. The same id again adds nothing twice. */
export async function planHours(context: Context, input: PlanHours): Promise<void> {
  const { tx, now } = context;
  const centreId = await centreOf(context);
  orForbid(whyNotPlan(context, centreId));
  const open = await tx
    .selectFrom('rota_hours')
    .select('id')
    .where('centre_id', '=', centreId)
    .where((e) => e.or([e('ended_at', 'is', null), e('id', '=', input.id)]))
    .execute();
  if (open.some(({ id }) => id === input.id)) return;
  if (open.length >= MOST) throw new Refused('rota.too_many', { most: MOST });
  if (!(await readStaff(context)).people.has(input.personId)) throw new NotFound('person.unknown');
  const day = input.sort === 'weekly' ? null : input.day;
  if (day !== null && day < (await todayIn(context, centreId))) throw new Invalid('rota.day_is_over', { path: 'day' });
  const when = {
    channel: input.sort === 'off' ? ('off' as const) : input.channel,
    days: input.sort === 'weekly' ? input.days : null,
    day,
  };
  const { id, personId, from, to } = input;
  await tx
    .insertInto('rota_hours')
    .values({
      id,
      centre_id: centreId,
      person_id: personId,
      ...when,
      from_time: from,
      to_time: to,
      made_by_id: actingPerson(context),
      made_at: now,
      ended_at: null,
      ended_by_id: null,
    })
    .execute();
  const data = { centreId, personId, ...when, from, to };
  await record(context, { subject: { type: 'rota_hours', id }, type: 'rota.hours_planned', data });
}

/** They hold no longer, from now on; ended already, nothing changes. */
export async function endHours(context: Context, id: Id<'rota_hours'>): Promise<void> {
  const { tx, now } = context;
  const hours = await tx.selectFrom('rota_hours').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!hours) throw new NotFound('rota.hours_unknown');
  orForbid(whyNotPlan(context, hours.centre_id));
  if (hours.ended_at !== null) return;
  await tx
    .updateTable('rota_hours')
    .set({ ended_at: now, ended_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  const data = { centreId: hours.centre_id, personId: hours.person_id };
  await record(context, { subject: { type: 'rota_hours', id }, type: 'rota.hours_ended', data });
}
