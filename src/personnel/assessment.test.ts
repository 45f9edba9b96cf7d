import assert from 'node:assert/strict';
import { test } from 'node:test';
import property from '../../packs/property.ts';
import { instant } from '../kernel/time.ts';
import { regularityOf, scoreOf } from './assessment.ts';
import { whyNotAssessments } from './plan.ts';

const scheme = (best: number, weights: number[]) => ({
  best,
  indicators: weights.map((weight, at) => ({ key: `k${at}`, name: { en: '', 'zh-hans': '', 'zh-hant': '' }, weight })),
});
const given = (...marks: number[]) => marks.map((mark, at) => ({ indicator: `k${at}`, mark }));

test('the score is each mark as a share of the best, times its weight, in tenths of a per cent with halves rounded up', () => {
  const cases: [best: number, weights: number[], marks: number[], score: number | null][] = [
    [10, [60, 40], [10, 10], 1000],
    [10, [60, 40], [0, 0], 0],
    [10, [60, 40], [8, 5], 680],
    [3, [50, 50], [1, 2], 500],
    [3, [100], [1], 333],
    [3, [100], [2], 667],
    [8, [99, 1], [8, 1], 991],
    [16, [99, 1], [16, 4], 993],
    [10, [60, 40], [8], null],
  ];
  for (const [best, weights, marks, score] of cases)
    assert.equal(scoreOf(scheme(best, weights), given(...marks)), score, `${weights} ${marks} of ${best}`);
});

test('kept or late by when it was submitted, missed while it is owed', () => {
  const [until, due] = [instant('2026-10-01T00:00:00Z'), instant('2026-10-08T00:00:00Z')];
  const at = (now: string, submitted: string | null = null) =>
    regularityOf({ until_at: until, submitted_at: submitted === null ? null : instant(submitted) }, due, instant(now));
  assert.equal(at('2026-09-30T00:00:00Z'), 'ahead');
  assert.equal(at('2026-10-07T00:00:00Z'), 'open');
  assert.equal(at('2026-10-08T00:00:00Z'), 'missed');
  assert.equal(at('2026-10-20T00:00:00Z', '2026-10-08T00:00:00Z'), 'kept');
  assert.equal(at('2026-10-20T00:00:00Z', '2026-10-09T00:00:00Z'), 'late');
});

test('a scheme says who assesses whom by weights that come to 100; what does not fit is named by its path', () => {
  const posts = new Map(property.posts.map((post) => [post.key, post]));
  const [first] = property.assessments!;
  const wrong = (change: object, ...others: object[]) =>
    whyNotAssessments([{ ...first!, ...change }, ...(others as [])], posts).map(({ code, params }) => [
      code,
      params!['path'],
    ]);
  assert.deepEqual(whyNotAssessments(property.assessments!, posts), []);
  assert.deepEqual(wrong({ by: first!.posts[0] }), [['assessment.of_itself', 'assessments.front_line.by']]);
  assert.deepEqual(wrong({ by: 'nobody' }), [['pack.name_dangling', 'assessments.front_line.posts']]);
  assert.deepEqual(wrong({ indicators: first!.indicators.slice(1) }), [
    ['assessment.weights', 'assessments.front_line.indicators'],
  ]);
  assert.deepEqual(wrong({}, { ...first!, key: 'again' }), [['assessment.post_twice', 'assessments']]);
});
