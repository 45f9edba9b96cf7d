import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import { instant, MINUTE, movedClock, plus } from '../../kernel/time.ts';
import type { Candidate, Wish } from './chat.ts';
import { choose, expectedWait } from './chat.ts';
import { createHears, createPaces, MOST_OF_ONE_VISITOR } from './paces.ts';
import { createPlaces } from './places.ts';
import { createVisitors } from './visitors.ts';
import { askWork, bitsFor, isSolved, zeroBits } from './work.ts';

const at = (minute: number) => plus(instant('2026-09-28T01:00:00Z'), minute * MINUTE);
const person = (name: string) => name as Id<'person'>;
const service = 'service' as Id<'department'>;

const agent = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  personId: person(name),
  languages: ['zh-hans'],
  departments: [],
  skills: [],
  load: 0,
  idleSince: at(0),
  ...over,
});
const wish = (over: Partial<Wish> = {}): Wish => ({
  language: 'zh-hans',
  departmentId: null,
  skill: '',
  lastId: null,
  exceptId: null,
  ...over,
});

describe('who is asked', () => {
  const cases: [string, Wish, Candidate[], string | null][] = [
    [
      'whoever has gone longest without',
      wish(),
      [agent('b', { idleSince: at(2) }), agent('a', { idleSince: at(1) })],
      'a',
    ],
    ['nobody who is full', wish(), [agent('a', { load: 3 }), agent('b', { load: 2, idleSince: at(9) })], 'b'],
    ['nobody at all where all are full', wish(), [agent('a', { load: 3 })], null],
    [
      'whoever spoke with him before, before others',
      wish({ lastId: person('b') }),
      [agent('a'), agent('b', { idleSince: at(9), languages: [] })],
      'b',
    ],
    ['but not where he is full', wish({ lastId: person('b') }), [agent('a'), agent('b', { load: 3 })], 'a'],
    [
      'who speaks his language, before who waits longer',
      wish({ language: 'en' }),
      [agent('a'), agent('b', { languages: ['zh-hans', 'en'], idleSince: at(9) })],
      'b',
    ],
    [
      'both scripts are one language',
      wish({ language: 'zh-hant' }),
      [agent('a', { languages: ['en'] }), agent('b', { idleSince: at(9) })],
      'b',
    ],
    ['somebody, where none speaks it: nobody is ignored', wish({ language: 'en' }), [agent('a')], 'a'],
    [
      'who has the skill',
      wish({ skill: 'billing' }),
      [agent('a'), agent('b', { skills: ['billing'], idleSince: at(9) })],
      'b',
    ],
    [
      'only of the department that is wanted',
      wish({ departmentId: service }),
      [agent('a'), agent('b', { departments: [service], idleSince: at(9) })],
      'b',
    ],
    ['nobody of another', wish({ departmentId: service }), [agent('a')], null],
    ['never who hands him over', wish({ exceptId: person('a') }), [agent('a')], null],
  ];
  for (const [name, wanted, candidates, expected] of cases)
    test(name, () => assert.equal(choose(wanted, candidates, 3), expected));
});

test('how long one waits is his place times the usual time between two; of too few it is not said', () => {
  assert.equal(expectedWait(4, 12), 1200);
  assert.equal(expectedWait(1, 2), null);
});

describe('proof of work', () => {
  const key = Buffer.from('a key of the house');
  const asked = askWork(key, at(0), 8, 'salt');
  const solve = (token: string, about: string) => {
    for (let number = 0; ; number += 1)
      if (zeroBits(createHash('sha256').update(`${token}:${about}:${number}`).digest()) >= 8) return { token, number };
  };
  const solved = solve(asked.token, 'message');
  const forged = `${asked.token.split('.').with(1, '0').join('.')}`;
  const cases: [string, boolean, boolean][] = [
    ['what is solved is taken', isSolved(key, at(1), solved, 'message'), true],
    ['it is good for that message alone', isSolved(key, at(1), solved, 'another'), false],
    ['and for ten minutes', isSolved(key, at(11), solved, 'message'), false],
    ['another key never asked for it', isSolved(Buffer.from('b'), at(1), solved, 'message'), false],
    ['what makes itself easier is not ours', isSolved(key, at(1), { token: forged, number: 0 }, 'message'), false],
    ['rubbish is none', isSolved(key, at(1), { token: 'x', number: 0 }, 'message'), false],
  ];
  for (const [name, found, expected] of cases) test(name, () => assert.equal(found, expected));
  test('it grows with what an address has begun, and stays bearable', () => {
    assert.deepEqual([0, 2, 3, 6, 100].map(bitsFor), [12, 12, 14, 16, 22]);
  });
});

describe('places in the queue', () => {
  const standing = (...ids: string[]) =>
    new Map(ids.map((id, nth) => [id as Id<'conversation'>, { place: nth + 1, expectedWait: null }]));

  test('thousands who come at once are told from one reading, and whoever came after it from a new one', async () => {
    let there = standing('a', 'b');
    let read = 0;
    const places = createPlaces(async () => {
      read += 1;
      return there;
    });
    const all = await Promise.all(Array.from({ length: 1_000 }, () => places.of('org', 'b' as Id<'conversation'>)));
    assert.deepEqual([all.every((one) => one?.place === 2), read], [true, 1]);
    there = standing('b', 'c');
    assert.equal((await places.of('org', 'c' as Id<'conversation'>))?.place, 2);
    assert.equal((await places.of('org', 'b' as Id<'conversation'>))?.place, 1);
    assert.equal(read, 2);
  });

  test('what moved while they were read is in the reading that was asked for after it', async () => {
    const under: (() => void)[] = [];
    let there = standing('a');
    const places = createPlaces(async () => {
      const seen = there;
      await new Promise<void>((go) => under.push(go));
      return seen;
    });
    const early = places.now('org');
    await Promise.resolve();
    await Promise.resolve();
    there = standing('b', 'a');
    const late = places.now('org');
    while (under.length < 2) {
      under[0]?.();
      await new Promise((go) => setImmediate(go));
    }
    under[1]!();
    assert.equal((await early).get('a' as Id<'conversation'>)?.place, 1);
    assert.equal((await late).get('a' as Id<'conversation'>)?.place, 2);
  });
});

describe('how much comes from one address', () => {
  const clock = movedClock(at(0));
  const refusedAs = (code: string) => (fault: unknown) => (fault as { code?: string }).code === code;

  test('sixty chats within a quarter of an hour; another address is not asked to pay for it', () => {
    const paces = createPaces(clock);
    for (let nth = 0; nth < 60; nth += 1) paces.begins('a');
    assert.throws(() => paces.begins('a'), refusedAs('chat.too_many'));
    paces.begins('b');
    clock.set(plus(clock.now(), 16 * MINUTE));
    paces.begins('a');
  });

  test('a hundred files within a quarter of an hour', () => {
    const paces = createPaces(clock);
    for (let nth = 0; nth < 100; nth += 1) paces.says('a', 'file');
    assert.throws(() => paces.says('a', 'file'), refusedAs('chat.too_much_here'));
    paces.says('a', 'line');
    paces.says('b', 'file');
  });

  test('three hundred who hear at once; one who leaves makes room', () => {
    const hears = createHears();
    const leaves = Array.from({ length: 300 }, () => hears('a'));
    assert.throws(() => hears('a'), refusedAs('chat.too_much_here'));
    leaves[0]!();
    hears('a');
    hears('b');
  });

  test('of one visitor the connections that are left from long ago are ended', () => {
    const ended: number[] = [];
    const visitors = createVisitors({
      log: () => {},
      read: () => new Promise(() => {}),
      places: async () => new Map(),
    });
    for (let nth = 0; nth <= MOST_OF_ONE_VISITOR; nth += 1) {
      let gone = (): void => {};
      const stream = {
        send() {},
        onClose: (listener: () => void) => void (gone = listener),
        end() {
          ended.push(nth);
          gone();
        },
      };
      visitors.add({ schema: 'org', id: 'one' as Id<'conversation'>, stream, after: 0 });
    }
    assert.deepEqual([ended, visitors.count()], [[0], MOST_OF_ONE_VISITOR]);
    visitors.stop();
  });
});
