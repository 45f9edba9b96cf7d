import type { z } from 'zod';
import { dateOf } from '../kernel/working-time/date.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import type { Ahead, Covered } from './cover.ts';
import { coverAhead, gapsAhead } from './cover.ts';
import { whyNotPlan } from './facts.ts';
import { told } from './rota.ts';
import type { gapsOut, rotaOut } from './view.ts';

type View = z.input<typeof rotaOut>;
type Names = ReadonlyMap<string, string>;

/** Who is there for the telephone and online in the days ahead, when nobody is, and the hours that say so (CHAN-16). */
export async function rotaPage(context: Context): Promise<View> {
  const centreId = await centreOf(context);
  const ahead = await coverAhead(context, centreId);
  const names = await personNames(context);
  const { people } = await readStaff(context);
  return {
    days: ahead.days.map(({ day, open, covered: { telephone, online } }) => ({
      day: dateOf(day),
      open: open.map(told),
      telephone: telephone ? coveredView(telephone, names) : null,
      online: online ? coveredView(online, names) : null,
    })),
    planned: ahead.planned,
    gaps: gapsTold(ahead, context.now),
    hours: await hoursView(context, centreId, names, dateOf(ahead.days[0]!.day)),
    people: [...people.values()]
      .map(({ id, name }) => ({ id, name }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh')),
    can: { plan: whyNotPlan(context, centreId) },
  };
}

/** What lies ahead, as the board says it too. */
export function gapsTold(ahead: Ahead, now: Context['now']): z.input<typeof gapsOut> {
  return gapsAhead(ahead, now).flatMap(({ channel, spans }) => spans.map((span) => ({ channel, ...told(span) })));
}

function coveredView({ there, gaps }: Covered, names: Names): NonNullable<View['days'][number]['telephone']> {
  return {
    there: there.map(({ personId, ...span }) => ({ person: named(names, personId), ...told(span) })),
    gaps: gaps.map(told),
  };
}

async function hoursView(
  { tx }: Context,
  centreId: Awaited<ReturnType<typeof centreOf>>,
  names: Names,
  today: string,
): Promise<View['hours']> {
  const rows = await tx
    .selectFrom('rota_hours')
    .select(['id', 'person_id', 'channel', 'days', 'day', 'from_time', 'to_time'])
    .where('centre_id', '=', centreId)
    .where('ended_at', 'is', null)
    .where((e) => e.or([e('day', 'is', null), e('day', '>=', today)]))
    .orderBy('day', (order) => order.asc().nullsFirst())
    .orderBy('channel', 'desc')
    .orderBy('days')
    .orderBy('from_time')
    .orderBy('id')
    .execute();
  return rows.map(({ id, person_id, channel, days, day, from_time: from, to_time: to }) => ({
    id,
    person: named(names, person_id),
    channel,
    days,
    day,
    from,
    to,
  }));
}
