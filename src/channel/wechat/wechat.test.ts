import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decrypted, isSigned } from './crypto.ts';
import { isTooLong, nameOf, sceneOf, wordsOf } from './wechat.ts';
import { readXml } from './xml.ts';

/** The example that Tencent publishes with its libraries, of the enterprise platform and of official accounts. */
const TOKEN = 'QDG6eK';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const RECEIVER = 'wx5823bf96d3bd56c7';
const ECHO = {
  signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
  timestamp: '1409659589',
  nonce: '263014780',
  sealed: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
};
const MESSAGE = {
  signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  timestamp: '1409659813',
  nonce: '1372623149',
  sealed:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
};

describe('the vendors’ published example', () => {
  test('its signatures are found good, and bad where anything was touched', () => {
    for (const { signature, timestamp, nonce, sealed } of [ECHO, MESSAGE]) {
      assert.ok(isSigned(signature, [TOKEN, timestamp, nonce, sealed]));
      assert.ok(!isSigned(signature, [TOKEN, timestamp, `${nonce}1`, sealed]));
      assert.ok(!isSigned(signature, ['another', timestamp, nonce, sealed]));
      assert.ok(!isSigned(signature.slice(1), [TOKEN, timestamp, nonce, sealed]));
      assert.ok(!isSigned('', []));
    }
  });

  test('what they encrypted is read, by nobody for whom it is not', () => {
    assert.equal(decrypted(AES_KEY, ECHO.sealed, RECEIVER), '1616140317555161061');
    const fields = readXml(decrypted(AES_KEY, MESSAGE.sealed, RECEIVER)!)!;
    assert.equal(fields.get('MsgType'), 'text');
    assert.notEqual(fields.get('Content'), undefined);
    assert.equal(decrypted(AES_KEY, ECHO.sealed, 'wx0000000000000000'), null);
    assert.equal(decrypted('A'.repeat(43), ECHO.sealed, RECEIVER), null);
    assert.equal(decrypted(AES_KEY, ECHO.sealed.slice(4), RECEIVER), null);
    assert.equal(decrypted(AES_KEY, '', RECEIVER), null);
  });
});

describe('XML', () => {
  const cases: [string, string, Record<string, string> | null][] = [
    [
      'texts, as they are and in CDATA',
      '<xml><A><![CDATA[a <b> &c]]></A>\n <B>1 &lt; 2</B></xml>',
      { A: 'a <b> &c', B: '1 < 2' },
    ],
    ['empty ones', '<xml><A></A><B><![CDATA[]]></B></xml>', { A: '', B: '' }],
    ['what stands deeper is left alone', '<xml><A><B><C>1</C></B></A><D>2</D></xml>', { D: '2' }],
    ['a declaration of a type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>', null],
    ['an entity of somebody’s own', '<xml><A>&a;</A></xml>', null],
    ['attributes', '<xml a="b"><A>1</A></xml>', null],
    ['not closed', '<xml><A>1</xml>', null],
    ['more after its end', '<xml></xml><xml></xml>', null],
    ['too deep', `<xml>${'<A>'.repeat(20)}${'</A>'.repeat(20)}</xml>`, null],
    ['something else', 'hello', null],
  ];
  for (const [what, text, wanted] of cases)
    test(what, () => {
      const found = readXml(text);
      assert.deepEqual(found && Object.fromEntries(found), wanted);
    });

  test('a long text full of what looks like a beginning takes no time', () => {
    const began = performance.now();
    assert.equal(readXml(`<xml><A>${'&amp;'.repeat(12_000)}<`), null);
    assert.ok(performance.now() - began < 500);
  });
});

test('what each type of message says, and by what each is known', () => {
  const of = (fields: Record<string, string>) => new Map(Object.entries(fields));
  assert.equal(wordsOf(of({ MsgType: 'text', Content: ' 漏水 ' })), '漏水');
  assert.equal(wordsOf(of({ MsgType: 'voice', Recognition: '电梯坏了' })), '电梯坏了');
  assert.equal(
    wordsOf(of({ MsgType: 'location', Label: '大堂', Location_X: '22.5', Location_Y: '114' })),
    '大堂 (22.5, 114)',
  );
  assert.equal(wordsOf(of({ MsgType: 'link', Title: 't', Description: '', Url: 'u' })), 't\nu');
  assert.equal(nameOf(of({ MsgId: '1' })), '1');
  const event = { FromUserName: 'o', CreateTime: '2', Event: 'SCAN', EventKey: 'k' };
  assert.equal(nameOf(of(event)), 'event o 2 SCAN k');
  assert.equal(sceneOf(of(event)), 'k');
  assert.equal(sceneOf(of({ Event: 'subscribe', EventKey: 'qrscene_k' })), 'k');
  assert.equal(sceneOf(of({ Event: 'subscribe', EventKey: '' })), null);
  assert.ok(isTooLong('水'.repeat(683)) && !isTooLong('水'.repeat(682)));
});
