import assert from 'node:assert/strict';
import { test } from 'node:test';
import property from '../../packs/property.ts';
import type { Kind } from './format.ts';
import type { FieldsMoment } from './fields.ts';
import { carryOver, editFields, whyNotFields } from './fields.ts';

const kind = (key: string): Kind => property.kinds.find((one) => one.key === key)!;
const complaint = kind('complaint');
const settled = { about: 'noise', wanted_solution: '更换水泵', real_cause: '水泵老化' };

const cases: [what: string, fields: unknown, moment: FieldsMoment, why: string | null][] = [
  ['what opening needs is there', { about: 'noise' }, 'open', null],
  ['what opening needs is missing', {}, 'open', 'field.missing about'],
  ['a field nobody declared', { about: 'noise', colour: 'red' }, 'open', 'field.unknown colour'],
  ['a choice nobody offered', { about: 'weather' }, 'open', 'field.unfit about'],
  ['a text that is only blanks', { about: 'noise', wanted_solution: '  ' }, 'open', 'field.unfit wanted_solution'],
  [
    'resolving without the wanted solution [COMP-09]',
    { about: 'noise', real_cause: 'x' },
    'resolve',
    'field.missing wanted_solution',
  ],
  [
    'resolving without the real cause [COMP-09]',
    { about: 'noise', wanted_solution: 'x' },
    'resolve',
    'field.missing real_cause',
  ],
  ['resolving with both [COMP-09]', settled, 'resolve', null],
  ['a part edited', { real_cause: '水泵老化' }, 'edit', null],
  ['a part emptied', { real_cause: null }, 'edit', null],
  ['no fields at all', 'noise', 'open', 'field.unfit '],
];
for (const [what, fields, moment, expected] of cases) {
  test(`fields of a complaint: ${what}`, () => {
    const why = whyNotFields(complaint, fields, moment);
    assert.equal(why && `${why.code} ${String(why.params?.['field'])}`, expected);
  });
}

test('each type takes its own values only', () => {
  const leak = kind('leak');
  assert.equal(whyNotFields(leak, { leak_from: 'pipe', water_running: true }, 'open'), null);
  assert.equal(whyNotFields(leak, { leak_from: 'pipe', water_running: 'yes' }, 'open')?.code, 'field.unfit');
});

test('an edit keeps what it does not name and empties what it names null', () => {
  assert.deepEqual(editFields(settled, { real_cause: null, about: 'parking' }), {
    about: 'parking',
    wanted_solution: '更换水泵',
  });
});

test('a repair that is a leak takes along what fits by name and loses nothing of the rest', () => {
  const { carried, left } = carryOver(kind('leak'), {
    found_cause: '接头松动',
    trouble: 'plumbing',
    charge_agreed: true,
  });
  assert.deepEqual(carried, { found_cause: '接头松动' });
  assert.deepEqual(left, { trouble: 'plumbing', charge_agreed: true });
});

test('what has the same name and no longer fits stays behind', () => {
  const { carried, left } = carryOver(kind('repair_public'), { trouble: 'plumbing' });
  assert.deepEqual(carried, {});
  assert.deepEqual(left, { trouble: 'plumbing' });
});
