import type { Ladder } from '../commitment/rule.ts';
import { FOOT } from '../commitment/rule.ts';
import type { Epoch, Instant } from '../kernel/time.ts';
import { DAY, instantOf, MINUTE } from '../kernel/time.ts';
import { minuteSpan } from '../kernel/working-time/calendar.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import type { DayNumber } from '../kernel/working-time/date.ts';
import { dateOf, weekdayOf } from '../kernel/working-time/date.ts';
import { midnight, momentOf } from '../kernel/working-time/zone.ts';

/** What somebody must be there for in every minute of working hours (CHAN-16). */
export const ROTA_CHANNELS = ['telephone', 'online'] as const;
export type RotaChannel = (typeof ROTA_CHANNELS)[number];

/** What is owed of a gap, and the ladder of it: told as it is seen, at its end, and above. */
export const OWED_AS = 'fill_gap';
export const LADDER: Ladder = [
  FOOT,
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'centre_manager' },
];

/** A gap that nobody could see coming is to be filled within so long. */
const AT_ONCE = 30 * MINUTE;

export type Span = { from: Epoch; until: Epoch };

/** As it is told, and kept. */
export function told({ from, until }: Span): { from: Instant; until: Instant } {
  return { from: instantOf(from), until: instantOf(until) };
}

/** When somebody is there: every week on these weekdays, or on one date; `off`: on that date he is not. */
export type Hours<Person = string> = {
  personId: Person;
  channel: RotaChannel | 'off';
  /** 1 is Monday; null: on one date. */
  days: readonly number[] | null;
  day: string | null;
  from: string;
  to: string;
};

/** What of `spans` no `hole` takes away. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>((left, hole) => left.flatMap((span) => cut(span, hole)), [...spans]);
}

function cut(span: Span, hole: Span): Span[] {
  if (hole.until <= span.from || hole.from >= span.until) return [span];
  const rest = [
    { from: span.from, until: hole.from },
    { from: hole.until, until: span.until },
  ];
  return rest.filter(({ from, until }) => from < until);
}

/** The part of `spans` that lies within `bounds`. */
export function within(spans: readonly Span[], bounds: Span): Span[] {
  return spans.flatMap(({ from, until }) => {
    const span = { from: Math.max(from, bounds.from), until: Math.min(until, bounds.until) };
    return span.from < span.until ? [span] : [];
  });
}

/** Working hours that begin or go on in a day, the night's before it too. */
export function openIn(day: DayNumber, calendar: CompiledCalendar): Span[] {
  return within(
    [...calendar.starts].map((from, no) => ({ from, until: calendar.ends[no]! })),
    dayIn(day, calendar),
  );
}

export function dayIn(day: DayNumber, { clock }: CompiledCalendar): Span {
  return { from: midnight(clock, day), until: midnight(clock, day + 1) };
}

/** When somebody is there by his hours in a day, and in the night that reaches into it. */
export function plannedIn(
  hours: readonly Hours[],
  channel: RotaChannel,
  day: DayNumber,
  calendar: CompiledCalendar,
): (Span & { personId: string })[] {
  const spansOf = (wanted: Hours['channel']) =>
    [day - 1, day].flatMap((date) =>
      hours
        .filter((one) => one.channel === wanted && holdsOn(one, date))
        .map((one) => ({ personId: one.personId, ...spanOn(one, date, calendar) })),
    );
  const off = spansOf('off');
  return spansOf(channel).flatMap(({ personId, ...span }) => {
    const holes = off.filter((one) => one.personId === personId);
    return within(without([span], holes), dayIn(day, calendar)).map((left) => ({ personId, ...left }));
  });
}

function holdsOn({ days, day }: Hours, date: DayNumber): boolean {
  return days === null ? day === dateOf(date) : days.includes(weekdayOf(date));
}

function spanOn({ from, to }: Hours, date: DayNumber, { clock }: CompiledCalendar): Span {
  const minutes = minuteSpan({ from, to })!;
  const at = (minute: number): Epoch => momentOf(clock, date * DAY + minute * MINUTE);
  return { from: at(minutes.from), until: at(minutes.to) };
}

/**
 * By when a gap must be filled: before the last working day ahead of it closes. One seen later than that, before it begins; and one
 * that has begun already, within half an hour or while it lasts.
 */
export function dueOf(gap: Span, day: DayNumber, now: Epoch, { days, closes }: CompiledCalendar): Epoch {
  const before = days.findLastIndex((one) => one < day);
  const closing = before < 0 ? now : closes[before]!;
  if (closing > now && closing < gap.from) return closing;
  return gap.from > now ? gap.from : Math.min(now + AT_ONCE, gap.until);
}
