import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errorCodes, errorsOfRoutes } from './error-codes.ts';

test('the error codes in the documentation are the ones that there are', () => {
  const written = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  assert.equal(written, errorCodes(), 'run npm run rights');
});

test('codes that only later screens meet are among them', () => {
  const said = errorCodes();
  for (const code of ['channel.unknown', 'outreach.nobody', 'telephone.system_unknown', 'ticket.ended'])
    assert.ok(said.includes(`| \`${code}\` |`), code);
});

test('what each route may refuse with is what the code says', () => {
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
  const written = readFileSync(new URL('../src/platform/http/errors.json', import.meta.url), 'utf8');
  assert.ok(written === errorsOfRoutes(root), 'run npm run rights');
});
