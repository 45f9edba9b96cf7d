import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, plus, SECOND } from '../kernel/time.ts';
import { codeAt, newTotpSecret, stepAt, stepOf, totpAddress } from './totp.ts';

/** `12345678901234567890`, the secret of RFC 6238's appendix B, in base32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('codes are those of RFC 6238 (the last six of its eight digits)', async () => {
  const cases: [string, string][] = [
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2005-03-18T01:58:31Z', '050471'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
  ];
  for (const [at, code] of cases) assert.equal(await codeAt(RFC, stepAt(instant(at))), code, at);
});

test('a code is taken half a minute early or late, no further off, and never twice', async () => {
  const now = instant('2026-03-02T08:00:10Z');
  const step = stepAt(now);
  const taken = async (at: number, last = 0) => stepOf(RFC, await codeAt(RFC, at), now, last);
  assert.deepEqual(await Promise.all([-2, -1, 0, 1, 2].map((off) => taken(step + off))), [
    null,
    step - 1,
    step,
    step + 1,
    null,
  ]);
  assert.equal(await taken(step, step), null, 'the same again');
  assert.equal(await taken(step - 1, step), null, 'an older one after a newer one');
  assert.equal(await taken(step + 1, step), step + 1);
  const code = await codeAt(RFC, step);
  assert.equal(await stepOf(RFC, ` ${code.slice(0, 3)} ${code.slice(3)} `, now, 0), step);
  assert.equal(await stepOf(RFC, code, plus(now, 90 * SECOND), 0), null);
  for (const typed of ['', '000000x', '12345', '1234567']) assert.equal(await stepOf(RFC, typed, now, 0), null, typed);
});

test('secrets are of 160 bits, differ, and are told to an app as it wants to hear them', async () => {
  const secret = await newTotpSecret();
  assert.match(secret, /^[A-Z2-7]{32}$/);
  assert.notEqual(secret, await newTotpSecret());
  assert.equal(
    await totpAddress(RFC, '绿山 A&B', 'amy'),
    `otpauth://totp/%E7%BB%BF%E5%B1%B1%20A%26B:amy?issuer=%E7%BB%BF%E5%B1%B1%20A%26B&secret=${RFC}&algorithm=SHA1&digits=6&period=30`,
  );
});
