import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import property from '../../packs/property.ts';
import { whyNotPack } from './check.ts';
import type { Approval, Kind, Pack } from './format.ts';
import { packs, readPack, SHIPPED } from './registry.ts';

/** The property pack with something broken. */
function broken(breakIt: (pack: Pack) => void): Pack {
  const pack = structuredClone(property);
  breakIt(pack);
  return pack;
}

function kindOf(pack: Pack, key: string): Kind {
  return pack.kinds.find((kind) => kind.key === key)!;
}

function post(pack: Pack, key: string): Pack['posts'][number] {
  return pack.posts.find((one) => one.key === key)!;
}

function approval(pack: Pack, key: string): Approval {
  return kindOf(pack, 'renovation').approvals!.find((one) => one.key === key)!;
}

/** What follows where the doors of a flat are found out of order. */
function failed(pack: Pack) {
  const doors = kindOf(pack, 'move_in').fields.find((field) => field.key === 'doors_windows')!;
  return doors.choices!.find((choice) => choice.failed)!.failed!;
}

const cases: [what: string, breakIt: (pack: Pack) => void, code: string, path: string][] = [
  [
    'a kind goes to a department nobody knows',
    (pack) => (kindOf(pack, 'leak').department = 'plumbers'),
    'pack.name_dangling',
    'kinds.leak.department',
  ],
  [
    'a department has a calendar nobody knows',
    (pack) => (pack.departments[1]!.calendar = 'night'),
    'pack.name_dangling',
    'departments.engineering.calendar',
  ],
  [
    'reception has a calendar nobody knows',
    (pack) => (pack.receptionCalendar = 'desk'),
    'pack.name_dangling',
    'receptionCalendar',
  ],
  [
    'the calendar that never closes is missing',
    (pack) => (pack.calendars.find((one) => one.key === 'always')!.key = 'ever'),
    'pack.name_dangling',
    'calendars',
  ],
  [
    'a calendar never opens',
    (pack) => {
      for (const spans of Object.values(pack.calendars[0]!.weekly)) spans.length = 0;
    },
    'calendar.never_opens',
    'calendars.reception',
  ],
  [
    'a post belongs to a department nobody knows',
    (pack) => (post(pack, 'cashier').department = 'bank'),
    'pack.name_dangling',
    'posts.cashier.department',
  ],
  [
    'a superior is nobody',
    (pack) => (post(pack, 'cashier').superior = 'owner'),
    'pack.name_dangling',
    'posts.cashier.superior',
  ],
  [
    'superiors run in a circle',
    (pack) => (post(pack, 'company_leader').superior = 'centre_manager'),
    'pack.superior_cycle',
    'posts.centre_manager.superior',
  ],
  [
    'a post that is never empty may have no deputy',
    (pack) => (post(pack, 'emergency_line').deputies = 0),
    'pack.never_empty_alone',
    'posts.emergency_line',
  ],
  [
    'nobody is the centre manager a ladder ends at',
    (pack) => (post(pack, 'centre_manager').role = 'office_head'),
    'pack.role_missing',
    'posts',
  ],
  [
    'a department has no head to send a notice to',
    (pack) => (post(pack, 'security_captain').role = 'worker'),
    'pack.department_headless',
    'departments.security',
  ],
  [
    'the administrator may not look after people',
    (pack) => (pack.administratorPost = 'cashier'),
    'pack.administrator_powerless',
    'posts.cashier.rights',
  ],
  [
    'an approval tells a department nobody knows',
    (pack) => (approval(pack, 'passes_recovered').tells = [{ department: 'police' }]),
    'pack.name_dangling',
    'kinds.renovation.approvals.passes_recovered.tells',
  ],
  [
    'an approval tells a post that may not look at tickets',
    (pack) => (approval(pack, 'passes_recovered').tells = [{ post: 'administration_supervisor' }]),
    'pack.name_dangling',
    'kinds.renovation.approvals.passes_recovered.tells',
  ],
  [
    'an approval asks for a field that is not there',
    (pack) => (approval(pack, 'payment').asks = ['tip']),
    'pack.name_dangling',
    'kinds.renovation.approvals.payment.asks',
  ],
  [
    'a promise waits for an approval that is not there',
    (pack) => (kindOf(pack, 'renovation').commitments[0]!.approval = 'third_review'),
    'pack.name_dangling',
    'kinds.renovation.commitments.review.approval',
  ],
  [
    'a line out of order sends the hands of nobody',
    (pack) => (failed(pack).department = 'masons'),
    'pack.name_dangling',
    'kinds.move_in.fields.doors_windows.choices',
  ],
  [
    'what is wrong with a line is said nowhere',
    (pack) => (failed(pack).saidIn = 'nowhere'),
    'pack.name_dangling',
    'kinds.move_in.fields.doors_windows.choices',
  ],
  [
    'a line may be out of order in a kind that sends nobody',
    (pack) => delete kindOf(pack, 'move_in').workOrder,
    'pack.failed_impossible',
    'kinds.move_in.fields.doors_windows.choices',
  ],
  [
    'two kinds have the same key at the desk',
    (pack) => (kindOf(pack, 'help').digit = '3'),
    'pack.digit_twice',
    'kinds.help.digit',
  ],
  [
    'a kind is there twice',
    (pack) => (pack.kinds[1]!.key = pack.kinds[0]!.key),
    'pack.key_twice',
    'kinds.consultation',
  ],
  [
    'a stage leads nowhere',
    (pack) => (kindOf(pack, 'leak').stages.find((stage) => stage.key === 'weather')!.next = ['waiting_parts']),
    'none',
    '',
  ],
  [
    'a stage has no way out',
    (pack) => (kindOf(pack, 'leak').stages.find((stage) => stage.key === 'weather')!.next = ['weather']),
    'pack.stage_no_way_out',
    'kinds.leak.stages.weather',
  ],
  [
    'a stage is led to that is not there',
    (pack) => kindOf(pack, 'leak').stages[0]!.next.push('lost'),
    'pack.name_dangling',
    'kinds.leak.stages.registered.next',
  ],
  [
    'no way leads to a stage',
    (pack) => {
      for (const stage of kindOf(pack, 'leak').stages) stage.next = stage.next.filter((key) => key !== 'weather');
    },
    'pack.stage_unreachable',
    'kinds.leak.stages.weather',
  ],
  [
    'nothing can be cancelled',
    (pack) => {
      const leak = kindOf(pack, 'leak');
      leak.stages = leak.stages.filter((stage) => stage.class !== 'cancelled');
      for (const stage of leak.stages) stage.next = stage.next.filter((key) => key !== 'cancelled');
    },
    'pack.stage_class_missing',
    'kinds.leak.stages',
  ],
  [
    'tickets begin in the middle',
    (pack) => (kindOf(pack, 'leak').stages = kindOf(pack, 'leak').stages.toReversed()),
    'pack.starts_not_new',
    'kinds.leak.stages.0',
  ],
  [
    'a stage waits for a reason nobody declared',
    (pack) => (kindOf(pack, 'leak').stages.find((stage) => stage.key === 'weather')!.pause = 'snow'),
    'pack.name_dangling',
    'kinds.leak.stages.weather.pause',
  ],
  [
    'clocks pause while somebody works',
    (pack) => (kindOf(pack, 'leak').stages.find((stage) => stage.key === 'in_progress')!.pause = 'weather'),
    'pack.pause_while_working',
    'kinds.leak.stages.in_progress.pause',
  ],
  [
    'an apology is demanded that no step asks for',
    (pack) => (kindOf(pack, 'complaint').steps[0]!.doneBy = 'opened'),
    'pack.guard_impossible',
    'kinds.complaint.guards.resolve.apology_made',
  ],
  [
    'a real cause is demanded that has no field',
    (pack) => (kindOf(pack, 'complaint').fields = []),
    'pack.guard_impossible',
    'kinds.complaint.guards.resolve.real_cause_known',
  ],
  [
    'a matter closes without an outcome',
    (pack) => (kindOf(pack, 'help').guards.resolve = []),
    'pack.guard_missing',
    'kinds.help.guards.resolve',
  ],
  [
    'a matter closes before the customer knows',
    (pack) => (kindOf(pack, 'consultation').guards.close = []),
    'pack.guard_missing',
    'kinds.consultation.guards.close',
  ],
  [
    'a due visit does not hold up closing',
    (pack) => (kindOf(pack, 'leak').guards.close = ['no_open_work_order', 'customer_told', 'customer_view_known']),
    'pack.guard_missing',
    'kinds.leak.guards.close',
  ],
  [
    'a choice has nothing to choose from',
    (pack) => delete kindOf(pack, 'leak').fields[0]!.choices,
    'pack.choices_misplaced',
    'kinds.leak.fields.leak_from',
  ],
  [
    'opening demands what is only asked later',
    (pack) => (kindOf(pack, 'leak').fields[0]!.at = 'ticket'),
    'pack.asked_too_late',
    'kinds.leak.fields.leak_from',
  ],
  [
    'a visit rule hides another',
    (pack) => (kindOf(pack, 'leak').visits = kindOf(pack, 'leak').visits.toReversed()),
    'pack.visit_rule_hidden',
    'kinds.leak.visits',
  ],
  [
    'a ladder ends below the centre manager',
    (pack) => kindOf(pack, 'leak').commitments[1]!.limit.ladder.pop(),
    'pack.ladder_ends_low',
    'kinds.leak.commitments.complete.ladder.2',
  ],
  [
    'rungs are out of order',
    (pack) => pack.limits.giveRuling.ladder.unshift({ at: { after: 'PT1H', basis: 'clock' }, do: 'warn', to: 'owner' }),
    'pack.rungs_out_of_order',
    'limits.giveRuling.ladder.1',
  ],
  [
    'a rung in the middle repeats for ever',
    (pack) => (pack.promiseLadder[0]!.repeat = { every: 'P1D', basis: 'clock', most: 3 }),
    'pack.only_last_repeats',
    'promiseLadder.ladder.0',
  ],
  [
    'a rung stands after no duration',
    (pack) => (pack.promiseLadder[2]!.at = { after: 'soon', basis: 'clock' }),
    'duration.malformed',
    'promiseLadder.ladder.2',
  ],
  ['a severity is forgotten', (pack) => void pack.severities.pop(), 'pack.name_dangling', 'severities'],
  [
    'a word was not translated',
    (pack) => (kindOf(pack, 'leak').name['zh-hant'] = 'Leak'),
    'pack.words_untranslated',
    'kinds.leak.name',
  ],
  [
    'Chinese stands where English should',
    (pack) => (kindOf(pack, 'leak').fields[0]!.choices![0]!.name.en = '天花板'),
    'pack.words_untranslated',
    'kinds.leak.fields.leak_from.choices.ceiling.name',
  ],
];

test('the property pack has no fault', () => {
  assert.deepEqual(whyNotPack(property), []);
});

for (const [what, breakIt, code, path] of cases) {
  test(`a pack is checked: ${what}`, () => {
    const found = whyNotPack(broken(breakIt)).map((why) => `${why.code} ${String(why.params?.['path'])}`);
    if (code === 'none') assert.deepEqual(found, []);
    else assert.ok(found.includes(`${code} ${path}`), `found only: ${found.join('; ')}`);
  });
}

test('nothing starts on a pack with a dangling name, and its path is said', () => {
  const pack = broken((one) => (kindOf(one, 'leak').department = 'plumbers'));
  assert.throws(() => readPack('packs/property.ts', pack), /packs\/property\.ts.*kinds\.leak\.department/s);
});

test('nothing starts on a pack with a word the format does not know', () => {
  const pack = { ...structuredClone(property), colour: 'red' };
  assert.throws(() => readPack('packs/property.ts', pack), /colour/);
});

test('every pack that stands in packs/ is shipped, and starts', async () => {
  const files = readdirSync(new URL('../../packs', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => `packs/${entry.name}`);
  assert.deepEqual(Object.keys(SHIPPED).toSorted(), files.toSorted());
  assert.equal((await packs()).size, files.length);
});
