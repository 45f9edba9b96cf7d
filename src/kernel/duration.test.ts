import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDuration, whyNotDuration } from './duration.ts';
import { Invalid } from './refusal.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';

const nothing = { kind: 'length', months: 0, weeks: 0, days: 0, milliseconds: 0 };

const understood = [
  ['PT72H', { milliseconds: 72 * HOUR }],
  ['PT4H30M', { milliseconds: 4 * HOUR + 30 * MINUTE }],
  ['PT90S', { milliseconds: 90 * SECOND }],
  ['PT0S', {}],
  ['P0D', {}],
  ['P3D', { days: 3 }],
  ['P1W', { weeks: 1 }],
  ['P1M', { months: 1 }],
  ['P1Y6M', { months: 18 }],
  ['P1M2W3DT4H5M6S', { months: 1, weeks: 2, days: 3, milliseconds: 4 * HOUR + 5 * MINUTE + 6 * SECOND }],
  ['P10Y', { months: 120 }],
] as const;

for (const [text, parts] of understood) {
  test(`${text} is a duration`, () => {
    assert.deepEqual(parseDuration(text), { ...nothing, ...parts });
    assert.equal(whyNotDuration(text), null);
  });
}

test('the two words are durations of their own', () => {
  assert.deepEqual(parseDuration('same-day'), { kind: 'same-day' });
  assert.deepEqual(parseDuration('end-of-working-day'), { kind: 'end-of-working-day' });
});

const malformed = [
  '',
  'P',
  'PT',
  'P1DT',
  '3D',
  'P3d',
  'p3D',
  ' P3D',
  'P3D ',
  'P3D\n',
  '-P3D',
  'P-3D',
  'P1.5D',
  'PT1,5H',
  'P1D2W',
  'P1H',
  'PT1D',
  'P1W1M',
  'P١D',
  'Same-Day',
  'P1234567D',
];

for (const text of malformed) {
  test(`${JSON.stringify(text)} is no duration`, () => {
    assert.deepEqual(whyNotDuration(text), { code: 'duration.malformed', params: { text } });
    assert.throws(
      () => parseDuration(text),
      (error) => error instanceof Invalid && error.code === 'duration.malformed',
    );
  });
}

for (const text of ['P11Y', 'P121M', 'P530W', 'P3661D', 'PT87841H', 'P5YT44000H', 'PT999999H']) {
  test(`${text} is longer than any promise`, () => {
    assert.throws(
      () => parseDuration(text),
      (error) => error instanceof Invalid && error.code === 'duration.too_long',
    );
  });
}
