import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import type { Allowance, Basis } from '../duration.ts';
import type { Epoch } from '../time.ts';
import { DAY, MINUTE, instantOf } from '../time.ts';
import type { CalendarException, CalendarRules, Span } from './calendar.ts';
import { whyNotCalendar } from './calendar.ts';
import type { CompiledCalendar } from './compile.ts';
import { compileCalendar } from './compile.ts';
import type { DeadlineFacts } from './deadline.ts';
import { deadlineOf, momentAtShare, remaining } from './deadline.ts';
import { explainDeadline } from './explain.ts';
import type { Step } from './steps.ts';
import { addWorking, isOpen, nextOpening, workingBetween } from './measure.ts';
import type { Walk } from './minute-walker.ts';
import type { Pieces } from './minute-walker.ts';
import { EndOfWalk, allowedTime, countedBetween, cut, openTime, walk, whenCounted } from './minute-walker.ts';
import type { Pause } from './pauses.ts';
import { moment } from './samples.ts';

const CALENDARS = 40;
const CASES_EACH = 250;
const WALKED_DAYS = 18;
const MINUTES_A_DAY = 1_440;

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

/** mulberry32. */
let state = seed;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** From `low` to `high`, both included. */
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const oneOf = <Thing>(things: readonly Thing[]): Thing => things[between(0, things.length - 1)]!;
const chance = (share: number): boolean => random() < share;

/** A zone and a date about which the walk lies: most of them change their clocks there. */
const places = [
  ['Asia/Shanghai', '2026-09-28'],
  ['Asia/Shanghai', '2026-12-29'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Pacific/Apia', '2011-12-30'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-25'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['Asia/Kathmandu', '2026-06-01'],
] as const;

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three spans that do not overlap; the last may run past midnight. */
function randomSpans(): Span[] {
  if (chance(0.08)) return [{ from: '00:00', to: oneOf(['24:00', '00:00']) }];
  const step = oneOf([1, 15, 30]);
  const cuts = new Set<number>();
  const wanted = 2 * oneOf([1, 1, 1, 2, 2, 3]);
  while (cuts.size < wanted) cuts.add(between(0, Math.floor(1_439 / step)) * step);
  const times = [...cuts].sort((one, other) => one - other);
  const spans: Span[] = [];
  for (let at = 0; at < times.length; at += 2)
    spans.push({ from: clockText(times[at]!), to: clockText(times[at + 1]!) });
  const last = spans.pop()!;
  const kind = random();
  if (kind < 0.2) spans.push({ from: last.from, to: '24:00' });
  else if (kind < 0.45) spans.push({ from: last.from, to: clockText(between(0, 900)) });
  else spans.push(last);
  return spans;
}

function randomRules(zone: string, start: Epoch): CalendarRules {
  const ordinary = randomSpans();
  const weekday = (open: number): Span[] => (chance(open) ? (chance(0.7) ? ordinary : randomSpans()) : []);
  const weekly = {
    1: ordinary,
    2: weekday(0.9),
    3: weekday(0.9),
    4: weekday(0.9),
    5: weekday(0.9),
    6: weekday(0.4),
    7: weekday(0.3),
  };
  const exceptions = new Map<string, CalendarException>();
  for (let left = between(0, 6); left > 0; left -= 1) {
    const date = instantOf(start + between(0, WALKED_DAYS) * DAY).slice(0, 10);
    exceptions.set(date, { date, name: `day ${date}`, spans: chance(0.6) ? [] : randomSpans() });
  }
  return { zone, weekly, exceptions: [...exceptions.values()] };
}

function randomAllowance(): Allowance {
  const basis: Basis = chance(0.7) ? 'working' : 'clock';
  const time = `T${between(0, basis === 'clock' ? 90 : 30)}H${between(0, 59)}M${chance(0.3) ? `${between(1, 59)}S` : ''}`;
  const days = between(0, 5);
  const text = oneOf([
    `P${time}`,
    `P${time}`,
    'PT0S',
    `P${days}D`,
    `P${days}D${time}`,
    'P1W',
    'P1W2D',
    'same-day',
    'end-of-working-day',
  ]);
  return { text, basis };
}

type Situation = { rules: CalendarRules; calendar: CompiledCalendar; walked: Walk };

/** From here on moments are milliseconds since the walk began. Most lie within a minute, some on its first. */
const withinMinute = (minute: number): number => minute * MINUTE + (chance(0.7) ? between(1, MINUTE - 1) : 0);

function epochOf({ walked }: Situation, at: number): Epoch {
  return walked.start + at;
}

/** Closed pauses that may overlap, lie before the start or have no length; the last may be open. */
function randomPauses(start: number): { from: number; to: number | null }[] {
  const pauses: { from: number; to: number | null }[] = [];
  for (let left = oneOf([0, 0, 1, 2, 3, 4]); left > 0; left -= 1) {
    const from = start + withinMinute(between(-600, 4_000));
    const length = between(0, oneOf([60, 400, 2_000]));
    pauses.push({ from, to: from + (chance(0.1) ? 0 : withinMinute(length)) });
  }
  if (chance(0.15)) pauses.push({ from: start + withinMinute(between(-100, 5_000)), to: null });
  return pauses.sort(() => random() - 0.5);
}

/** A case, and what the walker says about it; null where an open pause keeps it from being due. */
type Asked = {
  facts: DeadlineFacts;
  start: number;
  allowed: number;
  pieces: Pieces;
  due: number | null;
  /** A moment to ask about. */
  later: number;
};

function ask(situation: Situation): Asked {
  const { calendar, walked } = situation;
  const start = withinMinute(between(2 * MINUTES_A_DAY, 8 * MINUTES_A_DAY));
  const allowance = randomAllowance();
  const pauses = randomPauses(start);
  const open = pauses.find((pause) => pause.to === null);
  const now = open && chance(0.5) ? open.from + withinMinute(between(0, 3_000)) : undefined;
  const later = start + withinMinute(between(0, 8 * MINUTES_A_DAY));
  const edges = pauses.flatMap(({ from, to }) => [from, to ?? now ?? from]);
  const pieces = cut(
    walked,
    start,
    edges,
    (at, isOpenThen) =>
      (allowance.basis === 'clock' || isOpenThen) &&
      !pauses.some(({ from, to }) => from <= at && at < (to ?? now ?? Infinity)),
  );
  const moments = pauses.map(({ from, to }, at): Pause => {
    return { from: epochOf(situation, from), to: to === null ? null : epochOf(situation, to), reason: `pause ${at}` };
  });
  const facts: DeadlineFacts = { startedAt: epochOf(situation, start), allowance, calendar, pauses: moments };
  const allowed = allowedTime(walked, start, allowance);
  const dueWithin = (): number | null => {
    try {
      return whenCounted(allowed, pieces);
    } catch (error) {
      if (error instanceof EndOfWalk && open && now === undefined) return null;
      throw error;
    }
  };
  return {
    facts: now === undefined ? facts : { ...facts, now: epochOf(situation, now) },
    start,
    allowed,
    pieces,
    due: dueWithin(),
    later,
  };
}

function checkMeasures(situation: Situation): void {
  const { calendar, walked } = situation;
  const one = withinMinute(between(0, 12 * MINUTES_A_DAY));
  const other = one + withinMinute(between(0, 4 * MINUTES_A_DAY));
  const [start, end] = [epochOf(situation, one), epochOf(situation, other)];
  const pieces = cut(walked, one, [], (_, isOpenThen) => isOpenThen);
  assert.equal(isOpen(calendar, start), walked.open[Math.floor(one / MINUTE)] === 1);
  assert.equal(workingBetween(calendar, start, end), openTime(walked, one, other));
  // the walk is asked first: a calendar that hardly ever opens leaves it before it leaves the compiled years
  const opens = epochOf(situation, whenCounted(0, pieces));
  assert.equal(nextOpening(calendar, start), opens);
  const wanted = withinMinute(between(0, 1_500));
  const ends = epochOf(situation, whenCounted(wanted, pieces));
  assert.equal(addWorking(calendar, start, wanted), ends);
}

function checkDeadline(situation: Situation, { facts, start, allowed, pieces, due, later }: Asked): void {
  const expected = due === null ? null : epochOf(situation, due);
  assert.equal(deadlineOf(facts), expected);
  const used = between(0, allowed);
  // With an open pause the walk may end before the share is reached: then there is no such moment either.
  if (due !== null && allowed > 0) {
    const rung = epochOf(situation, whenCounted(used, pieces));
    assert.equal(momentAtShare(facts, used / allowed), rung);
  }
  assert.equal(remaining(facts, epochOf(situation, later)), allowed - countedBetween(pieces, start, later));
}

/** What a step says about the time it covers, against what the wall showed meanwhile. Gives what it counted. */
function checkStep(
  situation: Situation,
  asked: Asked,
  step: Exclude<Step, { kind: 'start' | 'due' | 'left' }>,
): number {
  const { walked } = situation;
  const from = step.from - walked.start;
  const to = step.to === null ? null : step.to - walked.start;
  if (to === null) return 0;
  assert.ok(to > from, 'a step takes time');
  const counting = countedBetween(asked.pieces, from, to);
  const open = openTime(walked, from, to);
  if (step.kind === 'outside-hours')
    for (let minute = Math.floor(from / MINUTE); minute * MINUTE < to; minute += 1)
      assert.equal(walked.holiday[minute], step.why === 'holiday' ? step.name : undefined);
  if (step.kind === 'paused') {
    assert.equal(step.withheld, asked.facts.allowance.basis === 'clock' ? to - from : open);
    assert.match(step.reason!, /^pause \d$/);
  }
  if (step.kind === 'outside-hours') assert.equal(open, 0);
  if (step.kind === 'counted') assert.equal(to - from, counting);
  assert.equal('counted' in step ? step.counted : 0, counting);
  if (step.kind === 'days') {
    assert.ok(step.days >= 3 && step.counted < step.to - step.from);
    const closings = [...walked.lastOpen.values()].map((last) => (last + 1) * MINUTE);
    assert.equal(step.days, closings.filter((closing) => closing > from && closing <= to).length);
  }
  return counting;
}

/** Reads the printed steps as a person would: one after the other, adding up. */
function checkExplanation(situation: Situation, asked: Asked): void {
  const [first, ...steps] = explainDeadline(asked.facts);
  const last = steps.pop()!;
  assert.ok(first?.kind === 'start');
  assert.deepEqual([first.at, first.counts], [asked.facts.startedAt, asked.allowed]);
  let reached: Epoch | null = first.at;
  let counted = 0;
  for (const step of steps) {
    assert.ok(step.kind !== 'start' && step.kind !== 'due' && step.kind !== 'left');
    assert.equal(step.from, reached);
    counted += checkStep(situation, asked, step);
    reached = step.to;
  }
  if (asked.due === null) {
    assert.deepEqual([last, reached], [{ kind: 'left', left: asked.allowed - counted }, null]);
  } else {
    const due = epochOf(situation, asked.due);
    assert.deepEqual([last, reached, counted], [{ kind: 'due', at: due }, due, asked.allowed]);
  }
}

function situationOf(zone: string, about: string): Situation {
  const start =
    moment(`${about} 00:00`, zone === 'Pacific/Apia' ? 'UTC' : zone) -
    between(3, 12) * DAY +
    between(0, 1_439) * MINUTE;
  const rules = randomRules(zone, start);
  assert.equal(whyNotCalendar(rules), null);
  const walked = walk(rules, start, WALKED_DAYS * MINUTES_A_DAY);
  // one that hardly ever opens is walked to no end
  if (openTime(walked, 0, WALKED_DAYS * DAY) < DAY) return situationOf(zone, about);
  const year = Number(about.slice(0, 4));
  return { rules, calendar: compileCalendar(rules, year - 1, year + 1), walked };
}

/** One random case; false where the walk ends before the answer does. */
function agrees(situation: Situation): boolean {
  try {
    checkMeasures(situation);
    const asked = ask(situation);
    checkDeadline(situation, asked);
    checkExplanation(situation, asked);
    return true;
  } catch (error) {
    if (error instanceof EndOfWalk) return false;
    throw error;
  }
}

test(`10,000 random deadlines and their explanations agree with a walk minute by minute (SEED=${seed})`, () => {
  const started = performance.now();
  const seen = { cases: 0, notWalkedOut: 0 };
  for (let calendar = 0; calendar < CALENDARS; calendar += 1) {
    const [zone, about] = places[calendar % places.length]!;
    const situation = situationOf(zone, about);
    for (let cases = 0; cases < CASES_EACH;) {
      const before = state;
      try {
        if (agrees(situation)) cases += 1;
        else seen.notWalkedOut += 1;
      } catch (error) {
        console.error(`# SEED=${seed}, calendar ${calendar}, state ${before}: ${JSON.stringify(situation.rules)}`);
        throw error;
      }
      assert.ok(seen.notWalkedOut < CALENDARS * CASES_EACH, 'too many walks end early');
    }
    seen.cases += CASES_EACH;
  }
  assert.equal(seen.cases, 10_000);
  console.log(`# SEED=${seed}: ${JSON.stringify(seen)}, ${((performance.now() - started) / 1_000).toFixed(1)} s`);
});
