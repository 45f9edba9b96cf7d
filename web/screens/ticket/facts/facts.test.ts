import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { silent, tellings } from './facts.ts';

const src = join(import.meta.dirname, '../../../../src');

/** Subjects whose events stand on a ticket's timeline. */
const onTimeline = /^(ticket|work_order|commitment|return_visit|rectification|finding)\./;

/** Every type of event that the server writes, read from its source: `type: 'ticket.opened'`, and what is chosen between two. */
function written(): Set<string> {
  const files = readdirSync(src, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'),
  );
  const found = new Set<string>();
  for (const file of files) {
    const code = readFileSync(join(file.parentPath, file.name), 'utf8');
    // what is recorded, not what people are notified of
    if (/[\\/](notification|reactions|demo)[\\/]/.test(join(file.parentPath, file.name))) continue;
    for (const line of code.matchAll(/\btype:(?:[^,\n]*?)'([a-z_]+\.[a-z_]+)'(?:\s*:\s*'([a-z_]+\.[a-z_]+)')?/g))
      for (const type of [line[1], line[2]]) if (type && onTimeline.test(type)) found.add(type);
  }
  return found;
}

test('every event of a ticket is told on its timeline', () => {
  const types = written();
  assert.ok(types.size > 50, `only ${types.size} types of events were found`);
  const untold = [...types].filter((type) => !tellings[type] && !silent.has(type)).sort();
  assert.deepEqual(untold, []);
});

test('notes are told by what they are', () => {
  for (const kind of ['noted', 'answer', 'apology', 'explanation', 'situation', 'result'])
    assert.ok(tellings[`ticket.${kind}`], kind);
});
