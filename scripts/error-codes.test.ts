import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorCodes } from './error-codes.ts';

test('the error codes in the documentation are the ones that there are', () => {
  const written = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  assert.equal(written, errorCodes(), 'run npm run rights');
});
