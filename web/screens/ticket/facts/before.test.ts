import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Words } from '../../../../src/kernel/words.ts';
import { stoodBefore } from './before.ts';
import type { Reader } from './entry.ts';

const named = (key: string, en: string) => ({ key, name: { en, 'zh-hans': en, 'zh-hant': en } satisfies Words });

const reader = {
  desk: {
    severities: [named('major', 'Major')],
    departments: [{ id: 'eng', ...named('engineering', 'Engineering') }],
    items: [
      { key: 'leak', fields: [{ key: 'from', choices: [named('pipe', 'Pipe')] }] },
      { key: 'repair', fields: [{ key: 'from', choices: [named('pipe', 'A pipe of the house')] }] },
    ],
  },
  ticket: { fields: [{ key: 'about', choices: [named('noise', 'Noise')] }] },
} as unknown as Reader;

const entry = (former: Record<string, unknown>, words: string | null = null) => ({ data: { former }, words });

test('a change says what stood there before: facts by their names, words as they were', () => {
  const former = {
    severity: 'major',
    department_id: 'eng',
    fields: { about: 'noise', wanted_solution: null },
    need: null,
  };
  assert.deepEqual(stoodBefore(entry(former, 'Quiet at night'), reader), [
    'Major',
    'Engineering',
    'Noise',
    'Quiet at night',
  ]);
});

test('what was chosen under another kind is said by the name it had there', () => {
  const former = { fields: { from: 'pipe' } };
  assert.deepEqual(stoodBefore({ data: { from: 'repair', former }, words: null }, reader), ['A pipe of the house']);
  assert.deepEqual(stoodBefore(entry(former), reader), ['Pipe'], 'changed before it became what it is');
});

test('where nothing stood, nothing is said', () => {
  assert.deepEqual(stoodBefore(entry({ department_id: null, need: null, fields: { about: null } }), reader), []);
});
