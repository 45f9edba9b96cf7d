import { channelsInUse } from '../channel/channels.ts';
import type { Id } from '../kernel/id.ts';
import { DAY, epochOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import type { DayNumber } from '../kernel/working-time/date.ts';
import { localDay } from '../kernel/working-time/zone.ts';
import { currentCalendar } from '../organisation/calendars.ts';
import { centres } from '../organisation/house.ts';
import type { Staff } from '../organisation/staff.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import type { Hours, RotaChannel, Span } from './rota.ts';
import { openIn, plannedIn, ROTA_CHANNELS, without } from './rota.ts';

/** Today and the seven days after it. */
const AHEAD = 8;

type Person = Id<'person'>;
export type There = Span & { personId: Person };
/** Who is there for a channel on a day, and when nobody is though it is working time. */
export type Covered = { there: There[]; gaps: Span[] };
type DayAhead = { day: DayNumber; open: Span[]; covered: Partial<Record<RotaChannel, Covered>> };
export type Ahead = {
  calendar: CompiledCalendar;
  days: DayAhead[];
  /** Channels for which somebody has planned hours. */
  planned: RotaChannel[];
  /** Nobody stands at the front desk and nothing is planned: a house that is only being set up owes nothing. */
  nobody: boolean;
};

type Who = {
  hours: readonly Hours<Person>[];
  desk: readonly Person[];
  /** When each is reported away. */
  away: ReadonlyMap<Person, readonly Span[]>;
};

/** Who answers at a centre where nobody plans hours: everybody at its front desk. */
export function deskOf({ people, posts, given }: Staff, centreId: Id<'centre'>): Person[] {
  const desk = given.filter(({ personId, postId }) => {
    const post = posts.get(postId);
    return people.has(personId) && post?.role === 'front_desk' && post.centreId === centreId;
  });
  return [...new Set(desk.map(({ personId }) => personId))];
}

/**
 * Who is there for the telephone, and for what is written where the centre has a channel for it, today and on the next seven days; and
 * every stretch of working time in which nobody is (CHAN-16). By the hours that are planned, and where none are, by who stands at the
 * front desk; whoever is away is not there.
 */
export async function coverAhead(context: Context, centreId: Id<'centre'>): Promise<Ahead> {
  const { tx, now } = context;
  const staff = await readStaff(context);
  const who = {
    hours: await hoursOf(context, centreId, staff),
    desk: deskOf(staff, centreId),
    away: awayIn(staff),
  };
  const channels = await channelsToCover(context, centreId);
  const { reception_calendar_id: id } = (await centres(context)).get(centreId)!;
  const calendar = await currentCalendar(tx, id);
  return calendar.counting([epochOf(now), epochOf(now) + AHEAD * DAY], (compiled) => {
    const today = localDay(compiled.clock, epochOf(now));
    const days = Array.from({ length: AHEAD }, (_, no) => dayAhead(today + no, channels, who, compiled));
    const planned = ROTA_CHANNELS.filter((channel) => isPlanned(who.hours, channel));
    return { calendar: compiled, days, planned, nobody: who.desk.length === 0 && planned.length === 0 };
  });
}

async function channelsToCover(context: Context, centreId: Id<'centre'>): Promise<RotaChannel[]> {
  const written = (await channelsInUse(context)).some(({ centre_id }) => centre_id === centreId);
  return ROTA_CHANNELS.filter((channel) => channel === 'telephone' || written);
}

/** Of those who still work here. */
async function hoursOf({ tx }: Context, centreId: Id<'centre'>, { people }: Staff): Promise<Hours<Person>[]> {
  const rows = await tx
    .selectFrom('rota_hours')
    .select(['person_id as personId', 'channel', 'days', 'day', 'from_time as from', 'to_time as to'])
    .where('centre_id', '=', centreId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.filter(({ personId }) => people.has(personId));
}

function isPlanned(hours: readonly Hours[], channel: RotaChannel): boolean {
  return hours.some((one) => one.channel === channel);
}

function dayAhead(
  day: DayNumber,
  channels: readonly RotaChannel[],
  { hours, desk, away }: Who,
  calendar: CompiledCalendar,
): DayAhead {
  const open = openIn(day, calendar);
  const covered: DayAhead['covered'] = {};
  for (const channel of channels) {
    const meant = isPlanned(hours, channel)
      ? (plannedIn(hours, channel, day, calendar) as There[])
      : desk.flatMap((personId) => open.map((span) => ({ personId, ...span })));
    const there = meant.flatMap(({ personId, ...span }) =>
      without([span], away.get(personId) ?? []).map((left) => ({ personId, ...left })),
    );
    covered[channel] = {
      there: there.toSorted((one, other) => one.from - other.from || one.until - other.until),
      gaps: without(open, there),
    };
  }
  return { day, open, covered };
}

function awayIn({ absences }: Staff): Who['away'] {
  const spans = absences.map(({ personId, from, until }) => ({
    personId,
    from: epochOf(from),
    until: until ? epochOf(until) : Infinity,
  }));
  return Map.groupBy(spans, ({ personId }) => personId);
}

/** What of the gaps still lies ahead, as it is told: by channel, in the order in which they come. */
export function gapsAhead({ days }: Ahead, now: Context['now']) {
  const later = { from: -Infinity, until: epochOf(now) };
  return days.flatMap(({ day, covered }) =>
    ROTA_CHANNELS.flatMap((channel) => {
      const spans = without(covered[channel]?.gaps ?? [], [later]);
      return spans.length === 0 ? [] : [{ day, channel, spans }];
    }),
  );
}
