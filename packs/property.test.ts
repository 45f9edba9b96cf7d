import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as OpenCC from 'opencc-js';
import { plainLength } from '../src/kernel/duration.ts';
import { LANGUAGES } from '../src/kernel/words.ts';
import type { Words } from '../src/kernel/words.ts';
import type { CommitmentRule, Kind } from '../src/pack/format.ts';
import { HALF_WIDTH, ONE_REGION_ONLY, OTHER_WORD } from '../test/chinese.ts';
import property from './property.ts';

// The numbers of the duties' rows, as the pack ships them.

const kinds = new Map(property.kinds.map((kind) => [kind.key, kind]));
const kind = (key: string): Kind => kinds.get(key)!;
const commitment = (key: string, of: string): CommitmentRule => kind(key).commitments.find((rule) => rule.kind === of)!;

test('calls are taken as consultation, complaint, suggestion or request, and as help [CHAN-01] [CHAN-19]', () => {
  const types = new Set(property.kinds.map((one) => one.type));
  for (const type of ['consultation', 'complaint', 'suggestion', 'request', 'help', 'repair', 'task'] as const)
    assert.ok(types.has(type), type);
  assert.deepEqual(
    property.kinds
      .filter((one) => one.digit)
      .map((one) => one.digit)
      .sort(),
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  );
});

test('the complaint line answers within 72 hours of the clock [CHAN-11]', () => {
  for (const key of ['complaint', 'suggestion', 'request', 'consultation', 'help']) {
    const other = commitment(key, 'first_answer').when?.find((when) => when.channel === 'complaint_line');
    assert.deepEqual(other?.limit.allowance, { text: 'PT72H', basis: 'clock' }, key);
    assert.equal(other?.limit.calendar, 'always');
  }
});

test('a complaint is investigated on the same calendar day [COMP-02]', () => {
  const { limit, from, pausable } = commitment('complaint', 'investigate');
  assert.deepEqual(limit.allowance, { text: 'same-day', basis: 'clock' });
  assert.equal(from, 'opened');
  assert.equal(pausable, false);
});

test('a complaint goes through five visible steps, the apology first [COMP-10] [COMP-13]', () => {
  assert.deepEqual(
    kind('complaint').steps.map((step) => [step.name['zh-hans'], step.doneBy]),
    [
      ['接待', 'apologised'],
      ['受理', 'accepted'],
      ['跟进', 'resolved'],
      ['反馈', 'told'],
      ['回访', 'visited'],
    ],
  );
  assert.ok(kind('complaint').guards.resolve.includes('apology_made'));
});

test('real cause and wanted solution are two fields, and nothing is resolved without either [COMP-09]', () => {
  const fields = kind('complaint').fields.filter((field) => ['real_cause', 'wanted_solution'].includes(field.key));
  assert.equal(fields.length, 2);
  assert.ok(fields.every((field) => field.type === 'long_text' && field.requiredFor === 'resolve'));
});

test('both interests of a complaint have their field [PRIN-05]', () => {
  const keys = kind('complaint').fields.map((field) => field.key);
  assert.ok(keys.includes('customer_interest') && keys.includes('firm_interest'));
});

test('severities name who hears at once [COMP-06] [COMP-07] [COMP-08]', () => {
  const tell = Object.fromEntries(property.severities.map((severity) => [severity.key, severity.tell]));
  assert.deepEqual(tell['ordinary'], []);
  assert.ok(tell['major']!.includes('deputy_general_manager'));
  for (const to of ['centre_manager', 'deputy_general_manager', 'company_leader'] as const)
    assert.ok(tell['grave']!.includes(to));
});

const visits: [duty: string, kind: string, rule: string, text: string, mayDecline: boolean][] = [
  ['VISIT-02', 'repair_safety', 'safety_facility', 'P2D', true],
  ['VISIT-02', 'repair_public', 'safety_facility', 'P2D', true],
  ['VISIT-03', 'leak', 'leak', 'P3D', true],
  ['VISIT-04', 'repair_private', 'other_repair', 'P1W', true],
  ['VISIT-04', 'repair_public', 'other_repair', 'P1W', true],
  ['VISIT-04', 'emergency_repair', 'other_repair', 'P1W', true],
  ['VISIT-08', 'complaint', 'complaint', 'P3D', false],
  ['VISIT-08', 'repair_private', 'vip', 'P3D', false],
];
for (const [duty, key, rule, text, mayDecline] of visits) {
  test(`${key} is visited by the rule ${rule} within ${text} of the calendar [VISIT-01] [${duty}]`, () => {
    const found = kind(key).visits.find((visit) => visit.key === rule);
    assert.deepEqual(found?.limit.allowance, { text, basis: 'clock' });
    assert.equal(found?.limit.calendar, 'always');
    assert.equal(found?.mayDecline, mayDecline);
  });
}

test('a fault found at a visit brings a written notice within 24 hours of the clock [VISIT-06]', () => {
  assert.deepEqual(property.limits.noticeAfterVisit.allowance, { text: 'PT24H', basis: 'clock' });
});

test('complaints are summed up each week [COMP-12]', () => {
  assert.equal(property.limits.weeklySummary.calendar, 'reception');
});

test('special customer situations are reported each month [PRIN-07]', () => {
  assert.deepEqual(property.limits.monthlyReport?.allowance, { text: 'P3D', basis: 'working' });
});

test('what is an emergency counts day and night, at every hand it goes through [CHAN-13] [WORK-09]', () => {
  const emergency = kind('emergency_repair');
  const limits = [...emergency.commitments.map((rule) => rule.limit), ...Object.values(emergency.workOrder ?? {})];
  assert.ok(limits.length >= 6);
  for (const limit of limits) {
    assert.ok(limit && 'calendar' in limit);
    assert.deepEqual([limit.calendar, limit.allowance.basis], ['always', 'clock']);
  }
});

test('every promised schedule ends in a notice to the department and a ruling from above [WORK-04] [ESCL-01]', () => {
  for (const one of property.kinds) {
    const { ladder } = one.commitments.find((rule) => rule.kind === 'complete')!.limit;
    assert.ok(
      ladder.some((rung) => rung.do === 'notice'),
      one.key,
    );
    assert.equal(ladder.at(-1)?.do, 'rule', one.key);
  }
});

test('every matter that is resolved owes its result to whoever asked [WORK-05] [ESCL-02]', () => {
  for (const one of property.kinds) {
    const rule = one.commitments.find((other) => other.kind === 'tell_result');
    assert.deepEqual([rule?.from, rule?.keptBy], ['resolved', ['told']], one.key);
  }
});

test('work orders reach the department inside a limit of each kind that sends any [COMP-11] [WORK-03]', () => {
  for (const one of property.kinds.filter((other) => ['repair', 'complaint', 'help'].includes(other.type))) {
    assert.ok(
      one.commitments.some((rule) => rule.kind === 'dispatch' && rule.keptBy.includes('dispatched')),
      one.key,
    );
    assert.ok(one.workOrder, one.key);
  }
});

const dispatches: [kind: string, normal: string, urgent: string, emergency: string][] = [
  ['leak', 'PT30M', 'PT30M', 'PT5M'],
  ['repair_private', 'PT1H', 'PT30M', 'PT5M'],
  ['repair_public', 'PT2H', 'PT30M', 'PT5M'],
  ['repair_safety', 'PT15M', 'PT15M', 'PT5M'],
  ['emergency_repair', 'PT5M', 'PT5M', 'PT5M'],
  ['complaint', 'PT2H', 'PT30M', 'PT30M'],
  ['help', 'PT15M', 'PT15M', 'PT5M'],
];
for (const [key, ...wanted] of dispatches)
  test(`a work order of ${key} reaches its department within ${wanted.join(', ')} by urgency [WORK-03] [COMP-11]`, () => {
    const rule = commitment(key, 'dispatch');
    const shipped = (['normal', 'urgent', 'emergency'] as const).map(
      (urgency) => (rule.when?.find((when) => when.urgency === urgency)?.limit ?? rule.limit).allowance.text,
    );
    assert.deepEqual(shipped, wanted);
  });

test('every repair goes through reception, order, arrangement, tracking and return visit, at a place [WORK-01]', () => {
  const repairs = property.kinds.filter((one) => one.type === 'repair');
  assert.deepEqual(repairs.map((one) => one.key).toSorted(), [
    'emergency_repair',
    'leak',
    'repair_private',
    'repair_public',
    'repair_safety',
  ]);
  for (const one of repairs) {
    assert.deepEqual(
      one.steps.map((step) => [step.name['zh-hans'], step.doneBy]),
      [
        ['接待', 'opened'],
        ['下单', 'dispatched'],
        ['安排', 'arranged'],
        ['跟踪', 'resolved'],
        ['回访', 'visited'],
      ],
      one.key,
    );
    assert.ok(one.needsPlace, one.key);
  }
});

test('whoever had a repair, help or a complaint is told the result and called back before it is closed [PRIN-04] [COMP-11]', () => {
  for (const one of property.kinds) {
    assert.ok(one.guards.close.includes('customer_told'), one.key);
    assert.equal(one.guards.close.includes('visits_ended'), one.visits.length > 0, one.key);
    const always = one.visits.some((visit) => visit.when.length === 0);
    assert.equal(always, ['repair', 'help', 'complaint', 'request'].includes(one.type), `${one.key}: whoever it is`);
  }
});

// what a limit comes to in minutes of work, a day being nine hours of it
const long = ({ allowance: { text, basis } }: { allowance: { text: string; basis: string } }): number =>
  (plainLength(text) / 60_000) * (basis === 'working' && /[DW]$/.test(text) ? 9 / 24 : 1);

test('each limit of a work order lies inside that of its ticket, whatever the urgency [WORK-03]', () => {
  for (const one of property.kinds.filter((other) => other.workOrder)) {
    const complete = one.commitments.find((rule) => rule.kind === 'complete')!;
    let before = Number.POSITIVE_INFINITY;
    for (const urgency of ['normal', 'urgent', 'emergency'] as const) {
      const whole = long(complete.when?.find((when) => when.urgency === urgency)?.limit ?? complete.limit);
      assert.ok(whole <= before, `${one.key} ${urgency}: never more time than the less urgent`);
      before = whole;
      const work = one.workOrder!.when?.find((when) => when.urgency === urgency) ?? one.workOrder!;
      const { accept, arrive, complete: done } = work;
      for (const limit of [accept, arrive, done]) assert.ok(long(limit) <= whole, `${one.key} ${urgency}`);
      assert.ok(long(accept) <= long(arrive) && long(arrive) <= long(done), `${one.key} ${urgency}: in their order`);
    }
  }
});

test('a renovation is reviewed in two days, its copy delivered on the next, and each step has its own limit and post [RENO-04] [RENO-12]', () => {
  const approvals = new Map(kind('renovation').approvals!.map((one) => [one.key, one]));
  const review = commitment('renovation', 'review');
  assert.deepEqual(
    [review.limit.allowance.text, review.from, review.keptBy, review.approval],
    ['P2D', 'opened', ['approved'], 'second_review'],
  );
  assert.equal(approvals.get('copy_delivered')!.limit.allowance.text, 'P1D');
  assert.deepEqual(
    [...approvals.values()].map(({ key, by, limit }) => [key, by.at(-1), limit.allowance.text]),
    [
      ['spot_check', { post: 'customer_service_supervisor' }, 'PT2H'],
      ['first_review', { post: 'equipment_supervisor' }, 'P1D'],
      ['second_review', { post: 'office_head' }, 'P1D'],
      ['copy_delivered', { post: 'customer_service_supervisor' }, 'P1D'],
      ['rules_acknowledged', { post: 'front_desk_clerk' }, 'P5D'],
      ['registration', { post: 'site_supervisor' }, 'P5D'],
      ['payment', { post: 'cashier' }, 'P1D'],
      ['passes_made', { post: 'site_supervisor' }, 'P1D'],
      ['passes_issued', { post: 'customer_service_supervisor' }, 'P1D'],
      ['site_check', { post: 'site_supervisor' }, 'P1D'],
      ['works_accepted', { post: 'site_supervisor' }, 'P2D'],
      ['passes_recovered', { post: 'site_supervisor' }, 'P1D'],
      ['settlement', { post: 'cashier' }, 'P2D'],
    ],
  );
  assert.deepEqual(approvals.get('passes_recovered')!.tells, [{ department: 'security' }]);
});

test('each paper of a move-in that the catalogue names is a field of its own, and nothing is handed over without [MOVE-01] [MOVE-10]', () => {
  const { approvals, fields } = kind('move_in');
  const named = (key: string) =>
    approvals!
      .find((one) => one.key === key)!
      .needs.map((need) => fields.find((field) => field.key === need)!.name['zh-hans']);
  assert.deepEqual(named('papers_checked'), ['入伙通知书', '入伙手续书', '售房单位要求的证件资料', '业主登记表已填妥']);
  assert.deepEqual(named('papers_received'), [
    '房屋验收单',
    '业主临时管理规约',
    '住宅装修管理协议',
    '业主手册',
    '入住须知',
    '管理费收缴协议',
    '防火责任书',
    '两书（代开发商发放）',
  ]);
});

function* wordsIn(value: unknown, path: string): Generator<[path: string, words: Words]> {
  if (typeof value !== 'object' || value === null) return;
  if (LANGUAGES.every((language) => language in value)) return yield [path, value as Words];
  for (const [name, inner] of Object.entries(value)) yield* wordsIn(inner, `${path}.${name}`);
}

test('the traditional words are traditional, and the simplified ones simplified', () => {
  const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
  const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
  const all = [...wordsIn(property, 'property')];
  assert.ok(all.length > 150, 'words were found');
  // these are written in both scripts: 鄰里, 吃, 群組, 核准
  const inBoth = new Set('里吃群准');
  const wrong = all.filter(([, words]) => {
    const simplifiedLeft = [...words['zh-hant']].filter(
      (one) => toSimplified(one) === one && toTraditional(one) !== one && !inBoth.has(one),
    );
    const traditionalLeft = [...words['zh-hans']].filter((one) => toSimplified(one) !== one);
    return simplifiedLeft.length + traditionalLeft.length > 0;
  });
  assert.deepEqual(
    wrong.map(([path, words]) => [path, words['zh-hans'], words['zh-hant']]),
    [],
  );
});

test('Chinese words have Chinese punctuation, and the traditional ones are understood in Taiwan and in Hong Kong alike', () => {
  for (const [path, words] of wordsIn(property, 'property')) {
    assert.doesNotMatch(words['zh-hans'], HALF_WIDTH, path);
    assert.doesNotMatch(words['zh-hant'], HALF_WIDTH, path);
    assert.doesNotMatch(words['zh-hant'], ONE_REGION_ONLY, path);
    assert.doesNotMatch(words['zh-hans'], OTHER_WORD['zh-hans'], path);
    assert.doesNotMatch(words['zh-hant'], OTHER_WORD['zh-hant'], path);
    assert.equal(words['zh-hant'].includes('客戶'), words['zh-hans'].includes('客户'), path);
  }
});
