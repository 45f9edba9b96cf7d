import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCode, readCode } from './digest.ts';
import { whyNotPassword } from './password.ts';

test('a password is long, not the user name, and not what is tried first', () => {
  const cases: [string, string | null][] = [
    ['short', 'password.too_short'],
    ['123456789', 'password.too_short'],
    ['x'.repeat(201), 'password.too_long'],
    ['front.desk1', 'password.is_username'],
    ['FRONT.DESK.1', 'password.is_username'],
    ['Password1234', 'password.too_common'],
    ['P@ssw0rd2026!!', 'password.too_common'],
    ['qwertyuiop', 'password.too_common'],
    ['1234567890', 'password.too_common'],
    ['9876543210', 'password.too_common'],
    ['1111111111', 'password.too_common'],
    ['abababababab', 'password.too_common'],
    ['Administrator2026', 'password.too_common'],
    ['green tea at noon', null],
    ['回音每天都有回应吗今', null],
    ['Meilin2026!', 'password.is_username'],
    ['吴美琳1234567', 'password.is_username'],
    ['meilin walks to the lake', null],
    ['回音回音', 'password.too_short'],
    ['4815162342x', null],
    ['password is what I forget', null],
    ['the front.desk opens at eight', null],
  ];
  for (const [password, code] of cases)
    assert.equal(
      whyNotPassword(password, { username: 'front.desk', name: 'Wu Meilin 吴美琳' })?.code ?? null,
      code,
      password,
    );
});

test('a code is read as it was said, however it was typed', () => {
  for (let i = 0; i < 200; i += 1) {
    const code = newCode();
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    assert.equal(readCode(code.toLowerCase().replaceAll('-', ' ')), code);
    assert.equal(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code);
  }
  assert.equal(new Set(Array.from({ length: 500 }, newCode)).size, 500);
});
