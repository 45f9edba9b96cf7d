import assert from 'node:assert/strict';
import { test } from 'node:test';
import property from '../../packs/property.ts';
import { isAsked, missingFields } from './asked.ts';
import { whyNotFieldsOf } from './check-fields.ts';
import type { Field, Kind } from './format.ts';
import { whyNotFields } from './fields.ts';
import { words } from './shapes.ts';

const leak = property.kinds.find((one) => one.key === 'leak')!;
const named = words('Shut-off', '关阀', '關閥');
const closedBy: Field = {
  key: 'closed_by',
  name: named,
  type: 'text',
  at: 'intake',
  when: { field: 'valve_closed', is: true },
};

function withFields(...fields: Field[]): Kind {
  return { ...leak, fields: [...leak.fields, ...fields] };
}

const asked: [what: string, values: Record<string, unknown>, is: boolean][] = [
  ['nothing is known of the other', {}, false],
  ['the other says no', { valve_closed: false }, false],
  ['the other says so', { valve_closed: true }, true],
];
for (const [what, values, is] of asked) {
  test(`a field that depends on another where ${what}`, () => {
    assert.equal(isAsked(withFields(closedBy).fields, 'closed_by', values), is);
  });
}

test('a field on a field on a field is asked only where each says so', () => {
  const why: Field = {
    key: 'why',
    name: named,
    type: 'yes_no',
    at: 'intake',
    when: { field: 'water_running', is: true },
  };
  const kind = withFields(why, { ...closedBy, when: { field: 'why', is: true } });
  assert.equal(isAsked(kind.fields, 'closed_by', { why: true }), false);
  assert.equal(isAsked(kind.fields, 'closed_by', { why: true, water_running: true }), true);
});

test('what is not asked is neither missed nor taken', () => {
  const kind = withFields({ ...closedBy, requiredFor: 'open' });
  const known = { leak_from: 'pipe' };
  assert.equal(whyNotFields(kind, known, 'open'), null);
  const asks = { ...known, valve_closed: true };
  assert.deepEqual(whyNotFields(kind, asks, 'open'), { code: 'field.missing', params: { field: 'closed_by' } });
  assert.equal(whyNotFields(kind, { ...asks, closed_by: '保安' }, 'open'), null);
  const beside = { ...known, closed_by: '保安' };
  assert.deepEqual(whyNotFields(kind, beside, 'open'), { code: 'field.not_asked', params: { field: 'closed_by' } });
});

test('a stage needs what its fields say on coming to it and on going on from it, and no other does', () => {
  const kind = withFields({
    ...closedBy,
    when: undefined,
    requiredAt: [
      { stage: 'in_progress', on: 'enter' },
      { stage: 'waiting_parts', on: 'leave' },
    ],
  });
  const missing = (from: string, to: string) => missingFields(kind.fields, {}, { from, to }).map((one) => one.key);
  assert.deepEqual(missing('registered', 'in_progress'), ['closed_by']);
  assert.deepEqual(missing('waiting_parts', 'dispatched'), ['closed_by']);
  assert.deepEqual(missing('in_progress', 'waiting_parts'), []);
});

const faulty: [what: string, field: Partial<Field>, code: string, path: string][] = [
  ['depends on what is not there', { when: { field: 'x', is: true } }, 'pack.name_dangling', 'when'],
  ['waits for a value the other never has', { when: { field: 'leak_from', is: 'moon' } }, 'pack.when_never', 'when'],
  ['waits for a word of a yes-or-no', { when: { field: 'valve_closed', is: 'yes' } }, 'pack.when_never', 'when'],
  ['depends on a text', { when: { field: 'found_cause', is: 'x' } }, 'pack.when_never', 'when'],
  [
    'is needed for a stage that is not there',
    { requiredAt: [{ stage: 'x', on: 'enter' }] },
    'pack.name_dangling',
    'requiredAt',
  ],
  [
    'comes after the stage that needs it',
    { at: 'ticket', requiredAt: [{ stage: 'registered', on: 'enter' }] },
    'pack.asked_too_late',
    'requiredAt',
  ],
];
for (const [what, field, code, part] of faulty) {
  test(`a kind is refused whose field ${what}`, () => {
    const kind = withFields({ key: 'extra', name: named, type: 'text', at: 'intake', ...field });
    const found = whyNotFieldsOf(kind).map((one) => `${one.code} ${String(one.params?.['path'])}`);
    assert.ok(found.includes(`${code} fields.extra.${part}`), found.join(', '));
  });
}

test('two fields that wait for each other are refused', () => {
  const one: Field = { key: 'one', name: named, type: 'yes_no', at: 'intake', when: { field: 'two', is: true } };
  const two: Field = { ...one, key: 'two', when: { field: 'one', is: true } };
  const codes = whyNotFieldsOf(withFields(one, two)).map((why) => why.code);
  assert.deepEqual(codes, ['pack.when_circle', 'pack.when_circle']);
});
