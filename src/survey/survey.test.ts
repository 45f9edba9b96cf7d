import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionnaires } from '../../packs/property/questionnaires.ts';
import { questionnaireShape, whyNotQuestionnaires } from './questionnaire.ts';
import type { Given, Receiver } from './tally.ts';
import { tally } from './tally.ts';
import { drawReceivers, layerOf, openEnds, sizeOf, whyNotAnswers, whyNotSubmit } from './survey.ts';

const ids = (n: number, of = 'c') => Array.from({ length: n }, (_, at) => `${of}${String(at).padStart(3, '0')}`);
const appraisal = questionnaires.find(({ key }) => key === 'owner_appraisal')!;

test('a fifth is asked, rounded up; whoever was asked within the year only where the others are too few; the same seed draws the same', () => {
  assert.deepEqual([sizeOf(20, 0), sizeOf(20, 1), sizeOf(20, 5), sizeOf(20, 6), sizeOf(100, 7)], [0, 1, 1, 2, 7]);
  const owners = { fresh: ids(12), asked: ids(8, 'a') };
  const drawn = drawReceivers('seed', owners, 20);
  assert.equal(drawn.length, 4);
  assert.ok(drawn.every(({ id, again }) => !again && owners.fresh.includes(id)));
  assert.deepEqual(drawReceivers('seed', { fresh: owners.fresh.toReversed(), asked: owners.asked }, 20), drawn);
  assert.notDeepEqual(drawReceivers('another', owners, 20), drawn);
  const more = drawReceivers('seed', owners, 75);
  assert.deepEqual(
    [more.length, more.filter(({ again }) => again).length, new Set(more.map(({ id }) => id)).size],
    [15, 3, 15],
  );
});

const receivers: Receiver[] = [
  { id: '1', state: 'answered', kind: 'household', vip: true },
  { id: '2', state: 'answered', kind: 'household', vip: false },
  { id: '3', state: 'answered', kind: 'company', vip: false },
  { id: '4', state: 'not_returned', kind: 'household', vip: false },
  { id: '5', state: 'drawn', kind: 'person', vip: false },
];
const said = (receiver: string, question: string, score: number | null, choice: string | null = null): Given => ({
  receiver,
  question,
  score,
  choice,
  text: null,
});

test('rate, means by question, department and customer type, and the vital few are counted from the answers', () => {
  const results = tally(appraisal, receivers, [
    said('1', 'repairs', 1),
    said('2', 'repairs', 2),
    said('3', 'repairs', 5),
    said('1', 'cleaning', 4),
    said('2', 'cleaning', 5),
    said('1', 'weak_point', null, 'repair_time'),
    said('2', 'weak_point', null, 'repair_time'),
    said('3', 'weak_point', null, 'nothing'),
    said('3', 'service', 2),
  ]);
  assert.deepEqual(results.rate, { n: 3, of: 4 });
  const of = <Row extends { key: string | null }>(rows: Row[], key: string | null) =>
    rows.find((row) => row.key === key)!;
  assert.deepEqual(of(results.questions, 'repairs').scores, [1, 1, 0, 0, 1]);
  assert.deepEqual([of(results.questions, 'repairs').mean, of(results.questions, 'repairs').n], [2.67, 3]);
  assert.deepEqual(of(results.departments, 'cleaning_greening'), { key: 'cleaning_greening', n: 2, mean: 4.5 });
  assert.deepEqual(of(results.departments, null), { key: null, n: 0, mean: null });
  assert.deepEqual(of(results.types, 'household'), { key: 'household', handedOut: 3, answered: 2, n: 4, mean: 3 });
  assert.deepEqual(of(results.types, 'vip'), { key: 'vip', handedOut: 1, answered: 1, n: 2, mean: 2.5 });
  // two dissatisfied with repairs, two name their time, one dissatisfied with service: 40 %, 80 %, 100 %
  assert.deepEqual(
    results.problems.map(({ key, n, cumulated, vital }) => [key, n, cumulated, vital]),
    [
      ['repairs', 2, 0.4, true],
      ['weak_point:repair_time', 2, 0.8, true],
      ['service', 1, 1, false],
    ],
  );
});

const CASES: [string, Parameters<typeof whyNotAnswers>[1], string | null][] = [
  ['a score for a scale', [{ question: 'repairs', score: 5 }], null],
  ['nothing', [], 'survey.nothing_answered'],
  ['a question that is not asked', [{ question: 'pool', score: 5 }], 'survey.question_unknown'],
  ['a text for a scale', [{ question: 'repairs', text: 'good' }], 'survey.answer_misfit'],
  ['a choice that is none', [{ question: 'weak_point', choice: 'noise' }], 'survey.answer_misfit'],
  ['a score and a text', [{ question: 'repairs', score: 4, text: 'good' }], 'survey.answer_misfit'],
  [
    'one question twice',
    [
      { question: 'repairs', score: 4 },
      { question: 'repairs', score: 1 },
    ],
    'survey.answered_twice',
  ],
];
for (const [what, answers, code] of CASES)
  test(`answered with ${what}: ${code ?? 'taken'}`, () =>
    assert.equal(whyNotAnswers(appraisal, answers)?.code ?? null, code));

test('a chart is finished when each end of it has a measure', () => {
  const cause = (id: string, parent: string | null, measure: string | null = null) => ({
    id,
    parent_id: parent,
    measure,
  });
  const chart = [cause('a', null), cause('b', 'a'), cause('c', 'b', 'two more plumbers'), cause('d', null)];
  assert.deepEqual(
    openEnds(chart).map(({ id }) => id),
    ['d'],
  );
  assert.deepEqual([layerOf(chart, null), layerOf(chart, 'a'), layerOf(chart, 'c')], [0, 1, 3]);
});

const READY = { state: 'running', out: 0, untyped: 0, openEnds: 0, unevaluated: false, paper: 2 } as const;
const SUBMITS: [string, Partial<Parameters<typeof whyNotSubmit>[0]>, string | null][] = [
  ['everything is back and decided', {}, null],
  ['some are out', { out: 1 }, 'survey.still_out'],
  ['sheets are not typed in', { untyped: 1 }, 'survey.not_typed'],
  ['no group has decided', { unevaluated: true }, 'survey.not_evaluated'],
  ['an end has no measure', { openEnds: 1 }, 'survey.open_ends'],
  ['sheets are missing', { paper: 3 }, 'survey.originals_missing'],
  ['it is submitted', { state: 'submitted' }, 'survey.not_running'],
];
for (const [when, over, code] of SUBMITS)
  test(`submitted when ${when}: ${code ?? 'yes'}`, () =>
    assert.equal(whyNotSubmit({ ...READY, ...over }, 2)?.code ?? null, code));

test('a questionnaire names what is wrong with it by its path', () => {
  const posts = new Set(Object.values({ ...appraisal.posts }));
  assert.deepEqual(whyNotQuestionnaires([appraisal], posts), []);
  const wrong = questionnaireShape.parse({
    ...appraisal,
    posts: { ...appraisal.posts, to: 'nobody' },
    questions: [
      ...appraisal.questions,
      { ...appraisal.questions[0]! },
      { key: 'why', sort: 'choice', text: appraisal.name },
    ],
  });
  assert.deepEqual(
    whyNotQuestionnaires([wrong], posts).map(({ code, params }) => [code, params?.['path']]),
    [
      ['pack.name_dangling', 'questionnaires.owner_appraisal.posts.to'],
      ['pack.key_twice', 'questionnaires.owner_appraisal.questions.overall'],
      ['survey.choices_missing', 'questionnaires.owner_appraisal.questions.why'],
    ],
  );
});
