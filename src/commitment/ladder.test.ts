import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instant } from '../kernel/time.ts';
import { epochOf, HOUR, instant, instantOf, MINUTE, plus } from '../kernel/time.ts';
import type { CalendarRules } from '../kernel/working-time/calendar.ts';
import { compileCalendar } from '../kernel/working-time/compile.ts';
import type { Reckoning } from './deadline.ts';
import { dueOf, heldUp } from './deadline.ts';
import type { Climbing, PlacedRung } from './ladder.ts';
import { climb, climbedBy, MOST_UNACKNOWLEDGED, nextMoment, rungsFor } from './ladder.ts';
import type { Ladder, Rung } from './rule.ts';

const weekday = [{ from: '08:30', to: '18:00' }];
const weekend = [{ from: '09:00', to: '17:00' }];
const rules: CalendarRules = {
  zone: 'Asia/Shanghai',
  weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: weekend, 7: weekend },
  exceptions: [{ date: '2026-03-04', name: 'Stocktaking', spans: [] }],
};
const calendar = compileCalendar(rules, 2025, 2028);
const counting = <Result>(work: (compiled: typeof calendar) => Result): Result => work(calendar);

/** Local time in Shanghai. */
const local = (text: string): Instant => instant(`${text}:00+08:00`);

type Facts = {
  start: string;
  allowance: string | null;
  basis: 'clock' | 'working';
  promised?: string;
  pauses?: [string, string][];
};
function reckoning({ start, allowance, basis, promised, pauses = [] }: Facts): Reckoning {
  return {
    startedAt: epochOf(local(start)),
    allowance,
    basis,
    promisedFor: promised ? epochOf(local(promised)) : null,
    calendar,
    pauses: pauses.map(([from, to]) => ({ from: epochOf(local(from)), to: epochOf(local(to)) })),
  };
}

const share = (of: number): Rung['at'] => ({ share: of });
const offset = (after: string, basis: 'clock' | 'working'): Rung['at'] => ({ after, basis });
const rung = (at: Rung['at']): Rung => ({ at, do: 'warn', to: 'owner' });

type Placing = { name: string; facts: Facts; at: Rung['at'][]; stand: string[] };
const placings: Placing[] = [
  {
    name: 'shares of four hours on the clock',
    facts: { start: '2026-03-02T08:00', allowance: 'PT4H', basis: 'clock' },
    at: [share(0), share(0.5), share(0.8), share(1)],
    stand: ['2026-03-02T08:00', '2026-03-02T10:00', '2026-03-02T11:12', '2026-03-02T12:00'],
  },
  {
    name: 'no share of working time is the start, in the night as well',
    facts: { start: '2026-03-02T22:00', allowance: 'PT4H', basis: 'working' },
    at: [share(0), share(0.25)],
    stand: ['2026-03-02T22:00', '2026-03-03T09:30'],
  },
  {
    name: 'shares of working time skip the night and a closed Wednesday',
    facts: { start: '2026-03-03T17:00', allowance: 'PT4H', basis: 'working' },
    at: [share(0.25), share(0.5), share(1)],
    stand: ['2026-03-03T18:00', '2026-03-05T09:30', '2026-03-05T11:30'],
  },
  {
    name: 'offsets after the deadline, on the clock and in working time',
    facts: { start: '2026-03-02T14:00', allowance: 'PT4H', basis: 'working' },
    at: [share(1), offset('PT1H', 'clock'), offset('PT1H', 'working')],
    stand: ['2026-03-02T18:00', '2026-03-02T19:00', '2026-03-03T09:30'],
  },
  {
    name: 'a rung does not overtake the one below it',
    facts: { start: '2026-03-02T14:00', allowance: 'PT4H', basis: 'working' },
    at: [share(1), offset('PT1H', 'working'), offset('PT2H', 'clock')],
    stand: ['2026-03-02T18:00', '2026-03-03T09:30', '2026-03-03T09:30'],
  },
  {
    name: 'same day ends at midnight',
    facts: { start: '2026-03-02T20:00', allowance: 'same-day', basis: 'clock' },
    at: [share(0.5), share(1), offset('PT8H30M', 'clock')],
    stand: ['2026-03-02T22:00', '2026-03-03T00:00', '2026-03-03T08:30'],
  },
  {
    name: 'a pause moves what stands after its beginning, and nothing before',
    facts: {
      start: '2026-03-02T08:00',
      allowance: 'PT4H',
      basis: 'clock',
      pauses: [['2026-03-02T10:30', '2026-03-02T11:30']],
    },
    at: [share(0.5), share(0.8), share(1), offset('PT1H', 'clock')],
    stand: ['2026-03-02T10:00', '2026-03-02T12:12', '2026-03-02T13:00', '2026-03-02T14:00'],
  },
  {
    name: 'what stands at the very beginning of a pause stays',
    facts: {
      start: '2026-03-02T08:00',
      allowance: 'PT4H',
      basis: 'clock',
      pauses: [['2026-03-02T10:00', '2026-03-02T11:00']],
    },
    at: [share(0.5), share(0.75)],
    stand: ['2026-03-02T10:00', '2026-03-02T12:00'],
  },
  {
    name: 'a pause outside the hours takes nothing from working time',
    facts: {
      start: '2026-03-02T15:00',
      allowance: 'PT4H',
      basis: 'working',
      pauses: [['2026-03-02T19:00', '2026-03-03T08:00']],
    },
    at: [share(0.75), share(1)],
    stand: ['2026-03-02T18:00', '2026-03-03T09:30'],
  },
  {
    name: 'a promised moment: shares count from the start, a pause moves nothing',
    facts: { start: '2026-03-02T08:00', allowance: null, basis: 'clock', promised: '2026-03-02T16:00' },
    at: [share(0.5), share(1), offset('PT30M', 'clock')],
    stand: ['2026-03-02T12:00', '2026-03-02T16:00', '2026-03-02T16:30'],
  },
  {
    name: 'a promised moment that had passed when it was written down',
    facts: { start: '2026-03-02T08:00', allowance: null, basis: 'clock', promised: '2026-03-02T07:00' },
    at: [share(0.5), share(1)],
    stand: ['2026-03-02T08:00', '2026-03-02T08:00'],
  },
];

for (const { name, facts, at, stand } of placings)
  test(`a ladder stands: ${name}`, () => {
    const rungs = rungsFor(at.map(rung), reckoning(facts));
    assert.deepEqual(
      rungs.map((one) => one.at),
      stand.map(local),
    );
  });

function placed(ladder: Ladder, start = '2026-03-02T08:00'): Climbing {
  const rungs = rungsFor(ladder, reckoning({ start, allowance: 'PT4H', basis: 'clock' }));
  return { ladder: rungs, climbed: 0, again: 0, again_at: null };
}

/** Climbs at each of these moments, as a tick would; answers who was told at each, as `number.again to`. */
function tickAt(standing: Climbing, moments: string[]): string[][] {
  let now = standing;
  return moments.map((moment) => {
    const { climbs, ...next } = climb(now, local(`2026-03-${moment}`), 'clock', counting);
    now = { ladder: now.ladder, ...next };
    return climbs.map((one) => `${one.number}.${one.again} ${one.rung.to}${one.last ? '!' : ''}`);
  });
}

const warn: Rung = { at: { share: 0.5 }, do: 'warn', to: 'owner' };
const notice: Rung = { at: { share: 1 }, do: 'notice', to: 'department_head' };

test('each rung is climbed at its moment, once', () => {
  const told = tickAt(placed([warn, notice]), ['02T09:59', '02T10:00', '02T11:00', '02T12:00', '03T12:00']);
  assert.deepEqual(told, [[], ['1.0 owner!'], [], ['2.0 department_head!'], []]);
});

test('after an outage all rungs due are climbed together, the highest marked to speak for them', () => {
  const told = tickAt(placed([warn, notice]), ['02T15:00', '02T15:01']);
  assert.deepEqual(told, [['1.0 owner', '2.0 department_head!'], []]);
});

const nagging: Rung = { ...notice, repeat: { every: 'PT1H', basis: 'clock', most: 3 } };

test('a repeating rung repeats as often as it may and keeps its grid', () => {
  const told = tickAt(placed([nagging]), ['02T12:00', '02T13:00', '02T14:10', '02T15:00', '02T16:00', '02T17:00']);
  const [first, ...again] = ['1.0', '1.1', '1.2', '1.3'].map((number) => [`${number} department_head!`]);
  assert.deepEqual(told, [first, ...again, [], []]);
});

test('a repeating rung does not burst after an outage', () => {
  const told = tickAt(placed([warn, nagging]), ['04T09:30', '04T09:31', '04T10:00', '04T10:59', '04T11:00']);
  const expected = [['1.0 owner', '2.0 department_head!'], [], ['2.1 department_head!'], [], ['2.2 department_head!']];
  assert.deepEqual(told, expected);
});

test('repetitions in working time wait for the opening', () => {
  const working: Rung = { ...notice, repeat: { every: 'PT4H', basis: 'working', most: 5 } };
  const told = tickAt(placed([working], '2026-03-02T12:00'), ['02T16:00', '02T23:00', '03T10:29', '03T10:30']);
  assert.deepEqual(told, [['1.0 department_head!'], [], [], ['1.1 department_head!']]);
});

const asking: Rung = { ...warn, acknowledge: 'PT30M' };

test('a rung nobody acknowledges is climbed again, then the centre manager hears of it, then it stops', () => {
  const told = tickAt(placed([asking]), [
    '02T10:00',
    '02T10:29',
    '02T10:30',
    '02T11:00',
    '02T11:30',
    '02T12:00',
    '02T20:00',
  ]);
  const expected = [['1.0 owner!'], [], ['1.1 owner!'], ['1.2 centre_manager!'], ['1.3 centre_manager!'], [], []];
  assert.deepEqual(told, expected);
  assert.equal(MOST_UNACKNOWLEDGED, 3);
});

test('a higher rung ends the repetitions of the one below', () => {
  const told = tickAt(placed([{ ...asking, acknowledge: 'PT90M' }, notice]), [
    '02T10:00',
    '02T11:30',
    '02T12:00',
    '02T13:00',
    '02T18:00',
  ]);
  assert.deepEqual(told, [['1.0 owner!'], ['1.1 owner!'], ['2.0 department_head!'], [], []]);
});

test('what was told under an earlier limit is passed in silence', () => {
  const standing = placed([warn, notice]);
  const ladder = standing.ladder.map((one, index): PlacedRung => (index === 0 ? { ...one, told: true } : one));
  assert.deepEqual(tickAt({ ...standing, ladder }, ['02T10:00', '02T12:00']), [[], ['2.0 department_head!']]);
});

test('rungs climbed after a moment were climbed in error', () => {
  const { ladder } = placed([warn, notice]);
  assert.equal(climbedBy(ladder, 2, local('2026-03-02T11:00')), 1);
  assert.equal(climbedBy(ladder, 2, local('2026-03-02T12:00')), 2);
  assert.equal(climbedBy(ladder, 1, local('2026-03-02T12:00')), 1);
  assert.equal(climbedBy(ladder, 2, local('2026-03-02T09:00')), 0);
});

test('what stands after the beginning of a pause is held up by as much of its basis as the pause took', () => {
  const pause = { from: epochOf(local('2026-03-02T17:00')), to: epochOf(local('2026-03-03T09:00')) };
  const held = (at: string, basis: 'clock' | 'working'): Instant =>
    instantOf(heldUp(epochOf(local(at)), pause, basis, calendar));
  assert.equal(held('2026-03-02T17:00', 'clock'), local('2026-03-02T17:00'));
  assert.equal(held('2026-03-02T17:01', 'clock'), local('2026-03-03T09:01'));
  assert.equal(held('2026-03-02T17:30', 'working'), local('2026-03-03T09:30'));
  const night = { from: epochOf(local('2026-03-02T19:00')), to: epochOf(local('2026-03-03T08:00')) };
  const closing = epochOf(local('2026-03-03T18:00'));
  assert.equal(
    heldUp(closing, night, 'working', calendar),
    closing,
    'a night takes nothing, not even a closing to the next opening',
  );
});

test('a promise inside its ladder is due where its last share stands', () => {
  const facts = reckoning({ start: '2026-03-02T08:00', allowance: 'P2D', basis: 'working' });
  assert.equal(rungsFor([notice], facts)[0]!.at, instantOf(dueOf(facts)));
});

const anyRung = fc.oneof(
  fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ after: fc.constantFrom('PT0S', 'PT10M', 'PT3H', 'P1D'), basis: fc.constantFrom('clock', 'working') }),
) as fc.Arbitrary<Rung['at']>;
const anyLadder = fc.array(anyRung, { minLength: 1, maxLength: 6 }).map((all) => all.map(rung));
const anyAllowance = fc.constantFrom('PT10M', 'PT4H', 'PT72H', 'P3D', 'P1W', 'same-day', 'end-of-working-day');

test('however ticks fall, every rung is climbed once, in order, never before its moment, and only one speaks a tick', () => {
  fc.assert(
    fc.property(
      anyLadder,
      anyAllowance,
      fc.constantFrom<'clock' | 'working'>('clock', 'working'),
      fc.integer({ min: 0, max: 14 * 24 * 60 }),
      fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 30 }),
      (rungs, allowance, basis, startMinute, minutes) => {
        const start = plus(local('2026-03-01T00:00'), startMinute * MINUTE);
        const facts: Reckoning = {
          startedAt: epochOf(start),
          allowance,
          basis,
          promisedFor: null,
          calendar,
          pauses: [],
        };
        const ladder = rungsFor(rungs, facts);
        let standing: Climbing = { ladder, climbed: 0, again: 0, again_at: null };
        const numbers: number[] = [];
        for (const minute of [...minutes.sort((one, other) => one - other), 60 * 24 * 60]) {
          const now = plus(start, minute * MINUTE);
          const dueBefore = nextMoment(standing);
          const { climbs, ...next } = climb(standing, now, basis, counting);
          assert.equal(climbs.length > 0, dueBefore !== null && dueBefore <= now);
          assert.equal(climbs.filter((one) => one.last).length, Math.min(1, climbs.length));
          for (const one of climbs) assert.ok(one.rung.at <= now, 'climbed early');
          numbers.push(...climbs.map((one) => one.number));
          standing = { ladder, ...next };
        }
        assert.deepEqual(
          numbers,
          rungs.map((_, index) => index + 1),
        );
        assert.equal(nextMoment(standing), null);
      },
    ),
    { numRuns: 500 },
  );
});

test('however long ticks stay away, a repeating rung speaks once a tick, on its grid, and not too often', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 30 * 24 * 60 }), { minLength: 1, maxLength: 40 }),
      (most, minutes) => {
        const { ladder } = placed([{ ...notice, repeat: { every: 'PT6H', basis: 'clock', most } }]);
        let standing: Climbing = { ladder, climbed: 0, again: 0, again_at: null };
        let told = 0;
        for (const minute of minutes.sort((one, other) => one - other)) {
          const now = plus(local('2026-03-02T08:00'), minute * MINUTE);
          const { climbs, ...next } = climb(standing, now, 'clock', counting);
          assert.ok(climbs.length <= 1);
          told += climbs.length;
          standing = { ladder, ...next };
          if (next.again_at !== null) {
            assert.ok(next.again_at > now, 'the next repetition lies ahead');
            assert.equal((epochOf(next.again_at) - epochOf(ladder[0]!.at)) % (6 * HOUR), 0);
          }
        }
        assert.ok(told <= most + 1);
      },
    ),
    { numRuns: 300 },
  );
});
