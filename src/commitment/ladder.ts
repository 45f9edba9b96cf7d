import type { Basis } from '../kernel/duration.ts';
import type { Epoch, Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import { momentAfter } from '../kernel/working-time/deadline.ts';
import type { Reckoning } from './deadline.ts';
import { dueOf, momentOfRung } from './deadline.ts';
import type { Ladder, Rung, ToWhom } from './rule.ts';

/** A rung as it stands for one deadline. `told`: what it would say was already said under an earlier limit. */
export type PlacedRung = Omit<Rung, 'at'> & { at: Instant; when: Rung['at']; told?: true };

/** Where a ladder stands: the part of a commitment that climbing reads and writes. */
export type Climbing = {
  ladder: readonly PlacedRung[];
  climbed: number;
  again: number;
  again_at: Instant | null;
};

/** One rung being climbed. `again` is 0 the first time; `rung.to` is whom this time tells. */
export type Climb = { rung: PlacedRung; number: number; again: number; last: boolean };

/** An unacknowledged rung is climbed so often again: once to the same, then to the centre manager. */
export const MOST_UNACKNOWLEDGED = 3;

/** A repetition that an outage held up by more than this many goes on from now, not along its old grid. */
const MOST_STEPS = 400;

/**
 * The ladder of one deadline. Rungs keep their order: one whose moment would come before that of the rung below (an offset in
 * working time over a weekend, one on the clock above it) waits for it.
 */
export function rungsFor(ladder: Ladder, reckoning: Reckoning): PlacedRung[] {
  const due = dueOf(reckoning);
  let below = -Infinity;
  return ladder.map(({ at: when, ...rest }) => {
    below = Math.max(below, momentOfRung(reckoning, due, when));
    return { ...rest, when, at: instantOf(below) };
  });
}

/** The same ladder for other facts: a pause that ended, a calendar that changed. */
export function placedAgain(placed: readonly PlacedRung[], reckoning: Reckoning): PlacedRung[] {
  const rungs = placed.map(({ at: _, when, told: __, ...rest }) => ({ ...rest, at: when }));
  return rungsFor(rungs, reckoning).map((rung, index) => (placed[index]!.told ? { ...rung, told: true } : rung));
}

/** How many of the climbed rungs stand at or before `at`: the others were climbed in error. */
export function climbedBy(ladder: readonly PlacedRung[], climbed: number, at: Instant): number {
  let count = 0;
  while (count < climbed && ladder[count]!.at <= at) count += 1;
  return count;
}

/** When the ladder next has something to do; null when nothing is left. */
export function nextMoment({ ladder, climbed, again_at }: Climbing): Instant | null {
  const rung = ladder[climbed]?.at ?? null;
  if (rung === null || again_at === null) return rung ?? again_at;
  return rung < again_at ? rung : again_at;
}

/** What a rung counts its repetitions in. */
export function basisOfRung(rung: PlacedRung, basis: Basis): Basis {
  if (rung.repeat) return rung.repeat.basis;
  return 'after' in rung.when ? rung.when.basis : basis;
}

/**
 * When the rung just climbed is climbed again, if nothing happens: along its own grid from `planned`, but never in the past,
 * so that an outage is followed by one repetition and not by all that were missed. Null when it has been often enough.
 */
function nextAgain(
  rung: PlacedRung,
  again: number,
  planned: Epoch,
  now: Epoch,
  basis: Basis,
  calendar: CompiledCalendar,
): Epoch | null {
  const counted = basisOfRung(rung, basis);
  if (rung.repeat) {
    if (again >= rung.repeat.most) return null;
    const every = { text: rung.repeat.every, basis: counted };
    let next = planned;
    for (let step = 0; step < MOST_STEPS && next <= now; step += 1) next = momentAfter(next, every, calendar)!;
    return next > now ? next : momentAfter(now, every, calendar);
  }
  if (rung.acknowledge === undefined || again >= MOST_UNACKNOWLEDGED) return null;
  return momentAfter(now, { text: rung.acknowledge, basis: counted }, calendar);
}

/** Above the top stands the centre manager: whoever stays silent twice is no longer the only one who knows. */
function toldAgain(rung: PlacedRung, again: number): PlacedRung {
  const to: ToWhom = rung.acknowledge !== undefined && again > 1 ? 'centre_manager' : rung.to;
  return { ...rung, to };
}

export type Climbed = { climbs: Climb[]; climbed: number; again: number; again_at: Instant | null };

/**
 * Climbs whatever is due by `now`: after an outage several rungs at once, the highest marked `last`, so that one message can
 * speak for all. A new rung ends the repetitions of the one below. `calendar` is asked for only where something repeats.
 */
export function climb(
  standing: Climbing,
  now: Instant,
  basis: Basis,
  counting: <Result>(work: (calendar: CompiledCalendar) => Result) => Result,
): Climbed {
  const { ladder } = standing;
  let { climbed, again, again_at } = standing;
  const climbs: Climb[] = [];
  const planned = { rung: null as PlacedRung | null, at: 0 };
  while (climbed < ladder.length && ladder[climbed]!.at <= now) {
    const rung = ladder[climbed]!;
    climbed += 1;
    if (!rung.told) climbs.push({ rung, number: climbed, again: 0, last: false });
    again = 0;
    again_at = null;
    planned.rung = rung;
    planned.at = epochOf(rung.at);
  }
  if (planned.rung === null && again_at !== null && again_at <= now && climbed > 0) {
    const rung = ladder[climbed - 1]!;
    again += 1;
    climbs.push({ rung: toldAgain(rung, again), number: climbed, again, last: false });
    planned.rung = rung;
    planned.at = epochOf(again_at);
    again_at = null;
  }
  const { rung, at } = planned;
  if (rung && (rung.repeat || rung.acknowledge !== undefined)) {
    const next = counting((calendar) => nextAgain(rung, again, at, epochOf(now), basis, calendar));
    again_at = next === null ? null : instantOf(next);
  }
  const top = climbs.at(-1);
  if (top) top.last = true;
  return { climbs, climbed, again, again_at };
}
