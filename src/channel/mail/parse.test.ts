import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bounceOf,
  BROKEN,
  CORPUS,
  encodedMail,
  JAPANESE,
  mailOf,
  NESTED,
  plainMail,
  SIGNED,
  WINMAIL,
  WITH_PICTURE,
  word,
  wrappedInSignature,
} from '../../../test/mails.ts';
import { chosenSeed, random } from '../../../test/random.ts';
import { instant } from '../../kernel/time.ts';
import type { Mail } from './mail.ts';
import { parseMail } from './parse.ts';
import { writtenAt } from '../written-at.ts';

const OURS = { address: 'service@huiyin.example' };
const parsed = (raw: Buffer): Promise<Mail> => parseMail(raw, OURS);

const SIMPLIFIED = '您好，我家厨房的水管漏水了，请尽快派人来修。';
const TRADITIONAL = '您好，我家廚房的水管漏水了，請盡快派人來修。';
const RUSSIAN = 'Здравствуйте, у нас течёт вода на кухне';

for (const [text, encoding, said] of [
  [SIMPLIFIED, 'gb18030', 'gb18030'],
  [`${SIMPLIFIED}𠮷`, 'gb18030', 'GB2312'],
  [SIMPLIFIED, 'gbk', 'x-gbk'],
  [TRADITIONAL, 'big5', 'Big5'],
  [JAPANESE.text, 'iso-2022-jp', 'ISO-2022-JP'],
  [RUSSIAN, 'koi8-r', 'koi8-r'],
  [RUSSIAN, 'windows-1251', 'windows-1251'],
  [SIMPLIFIED, 'utf-7', 'UTF-7'],
  ['안녕하세요 물이 샙니다', 'euc-kr', 'ks_c_5601-1987'],
  ['お世話になっております', 'shift_jis', 'Shift_JIS'],
  ['Grüße, die Spüle läuft über', 'windows-1252', 'iso-8859-1'],
] as const)
  test(`${encoding}, said to be ${said}, is read in body and subject`, async () => {
    const mail = await parsed(encodedMail(text, encoding, said));
    assert.deepEqual([mail.text, mail.subject], [text, text]);
  });

for (const [text, encoding, said] of [
  [SIMPLIFIED, 'gbk', 'iso-8859-1'],
  [SIMPLIFIED, 'gb18030', 'utf-8'],
  [SIMPLIFIED, 'gb18030', null],
  [SIMPLIFIED, 'utf-8', 'gb2312'],
  [SIMPLIFIED, 'utf-8', 'us-ascii'],
  [SIMPLIFIED, 'utf-8', 'x-unheard-of'],
  [TRADITIONAL, 'big5', 'us-ascii'],
  [TRADITIONAL, 'big5', null],
  [RUSSIAN, 'koi8-r', 'us-ascii'],
  [RUSSIAN, 'windows-1251', 'iso-8859-1'],
  [JAPANESE.text, 'iso-2022-jp', 'us-ascii'],
] as const)
  test(`${encoding} with the wrong label ${said ?? '(none)'} is read as what it is`, async () => {
    assert.equal((await parsed(encodedMail(text, encoding, said))).text, text);
  });

test('a subject cut in the middle of a character, and one without any encoding, are read whole', async () => {
  const bytes = Buffer.from('水管漏水');
  const [one, two] = [bytes.subarray(0, 4), bytes.subarray(4)].map((half) => `=?utf-8?B?${half.toString('base64')}?=`);
  assert.equal(
    (await parsed(mailOf('From: a@example.com', `Subject: ${one}`, ` ${two}`, '', 'x'))).subject,
    '水管漏水',
  );
  assert.equal((await parsed(mailOf('From: a@example.com', 'Subject: 水管漏水', '', 'x'))).subject, '水管漏水');
});

test('who wrote, to whom, and whom an answer goes to', async () => {
  const mail = await parsed(
    plainMail({
      from: `"${word('王, 小明', 'gb18030')}" <WANG@Example.com>`,
      to: `Service <service@huiyin.example>, ${word('物业')} <estate@example.com>`,
      cc: 'undisclosed: wife@example.com;',
      headers: ['Reply-To: home@example.com', 'Delivered-To: service+c.abc@huiyin.example'],
    }),
  );
  assert.deepEqual(mail.from, { name: '王, 小明', address: 'home@example.com' });
  assert.equal(mail.author, 'wang@example.com');
  assert.deepEqual(
    mail.recipients.map(({ as, name, address }) => [as, name, address]),
    [
      ['to', 'Service', 'service@huiyin.example'],
      ['to', '物业', 'estate@example.com'],
      ['cc', '', 'wife@example.com'],
    ],
  );
  assert.ok(mail.deliveredTo.includes('service+c.abc@huiyin.example'));
});

test('words, looks, pictures within and files beside them are told apart', async () => {
  const { text, html, files, sort } = await parsed(WITH_PICTURE);
  assert.deepEqual([text, sort], ['The leak 在这里', 'message']);
  assert.match(html!, /<b>在这里<\/b>/);
  assert.deepEqual(
    files.map(({ name, contentId }) => [name, contentId]),
    [
      ['leak.png', 'leak@1'],
      ['报价.pdf', null],
    ],
  );
});

test('a mail of HTML alone has its words', async () => {
  const page =
    '<html><head><style>p{}</style></head><body><p>Hello&nbsp;there</p><div>second<br>third</div><blockquote>old</blockquote></body></html>';
  const mail = await parsed(mailOf('From: a@example.com', 'Content-Type: text/html; charset=utf-8', '', page));
  assert.equal(mail.text, 'Hello there\n\nsecond\nthird');
  assert.equal(mail.quoted, '> old');
});

test('a mail within the mail is a file, and its words stand below', async () => {
  const mail = await parsed(NESTED);
  assert.equal(mail.text, 'See below.');
  assert.match(mail.quoted, /From: Neighbour <n@example\.com>\nSubject: noise\n\n楼上半夜装修/);
  assert.deepEqual(
    mail.files.map(({ name }) => name),
    ['noise.eml'],
  );
});

test('signed mail is read, whether the signature stands beside it or around it', async () => {
  const beside = await parsed(SIGNED);
  assert.deepEqual([beside.text, beside.files.map(({ name }) => name)], ['电梯坏了', ['smime.p7s']]);
  for (const pieces of [false, true])
    assert.equal((await parsed(wrappedInSignature(plainMail({ text: '包在签名里' }), pieces))).text, '包在签名里');
});

test('what only its key opens cannot be read, and is kept', async () => {
  const mail = await parsed(
    mailOf(
      'From: a@example.com',
      'Subject: secret',
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
      '',
      'MIAGCSqG',
    ),
  );
  assert.deepEqual([mail.sort, mail.from.address, mail.files.length], ['unreadable', 'a@example.com', 1]);
});

test('winmail.dat is unpacked: its words, its files under their long names', async () => {
  const mail = await parsed(WINMAIL);
  assert.equal(mail.text, '附件里是照片');
  assert.deepEqual(
    mail.files.map(({ name, bytes }) => [name, bytes.toString()]),
    [['照片.txt', 'the photograph']],
  );
});

for (const [how, raw] of Object.entries(BROKEN))
  test(`broken: ${how}; what can be read is read`, async () => {
    const mail = await parsed(raw);
    assert.equal(mail.from.address, 'a@example.com');
    assert.match(mail.text, /lea/);
    assert.equal(mail.sort, 'message');
  });

test('what nobody can take apart is kept as unreadable, with whoever seems to have written it', async () => {
  const endless = mailOf(
    'From: Wang <wang@example.com>',
    'Subject: endless',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    Buffer.from('--x\r\n\r\n\r\n'.repeat(1_500)),
  );
  const mail = await parsed(endless);
  assert.deepEqual([mail.sort, mail.from.address, mail.subject], ['unreadable', 'wang@example.com', 'endless']);
  assert.equal((await parsed(Buffer.alloc(0))).sort, 'unreadable');
  assert.equal((await parsed(Buffer.from([0xff, 0xfe, 0, 1, 2, 3]))).sort, 'unreadable');
});

test('a subject that is empty, or is not there, is no obstacle', async () => {
  assert.equal((await parsed(mailOf('From: a@example.com', 'Subject:', '', 'x'))).subject, '');
  assert.equal((await parsed(mailOf('From: a@example.com', '', 'x'))).subject, '');
});

test('25 MB arrive whole', async () => {
  const file = Buffer.alloc(25 * 1024 * 1024, 'huiyin ');
  const raw = mailOf(
    'From: a@example.com',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    '',
    'see the file',
    '--x',
    'Content-Type: application/octet-stream; name=big.bin',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${file.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`),
    '--x--',
  );
  const mail = await parsed(raw);
  assert.equal(mail.text, 'see the file');
  assert.equal(mail.files[0]!.bytes.compare(file), 0);
});

for (const [how, headers] of [
  ['RFC 3834', ['Auto-Submitted: auto-replied']],
  ['a vacation note', ['X-Autoreply: yes']],
  ['a bulk mail', ['Precedence: bulk']],
  ['a list', ['List-Id: <news.example.com>']],
  ['no way back', ['Return-Path: <>']],
  ['one that went round', ['X-Loop: service@huiyin.example']],
  ['one that passed through too many hands', Array.from({ length: 60 }, () => 'Received: from a by b')],
] as const)
  test(`a machine wrote it: ${how}`, async () => {
    assert.equal((await parsed(plainMail({ headers: [...headers] }))).sort, 'automatic');
  });

test('a machine wrote it: by its subject, where nothing else says so', async () => {
  for (const subject of [
    '自动回复：我不在',
    'Automatic reply: away',
    '自動回覆：休假中',
    'Out of office: back on Monday',
  ])
    assert.equal((await parsed(plainMail({ subject }))).sort, 'automatic', subject);
  for (const subject of ['Re: automatic door broken', '关于自动回复的投诉'])
    assert.equal((await parsed(plainMail({ subject }))).sort, 'message', subject);
  assert.equal((await parsed(plainMail({ headers: ['Auto-Submitted: no'] }))).sort, 'message');
});

test('a report of failure names what was sent, to whom, and why not', async () => {
  const id = '<0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e@huiyin.example>';
  const mail = await parsed(bounceOf(id, 'gone@example.com'));
  assert.equal(mail.sort, 'bounce');
  assert.deepEqual(mail.report, {
    about: id,
    recipient: 'gone@example.com',
    failed: true,
    said: '550 5.1.1 no such user here',
  });
  const late = await parsed(bounceOf(id, 'gone@example.com', 'delayed'));
  assert.deepEqual([late.sort, late.report!.failed], ['automatic', false]);
  const inWords = await parsed(
    plainMail({ from: 'postmaster@qq.com', text: `很抱歉，退信。\n550 Mailbox not found\nMessage-ID: ${id}` }),
  );
  assert.deepEqual(
    [inWords.sort, inWords.report!.about, inWords.report!.said],
    ['bounce', id, '550 Mailbox not found'],
  );
});

test('our own server says that the sender is not who it says', async () => {
  const forged = (verdict: string) =>
    parsed(plainMail({ headers: [`Authentication-Results: mx.huiyin.example; ${verdict}`] })).then(
      (mail) => mail.forged,
    );
  assert.equal(await forged('dmarc=fail'), true);
  assert.equal(await forged('spf=fail smtp.mailfrom=x; dkim=none'), true);
  assert.equal(await forged('spf=fail; dkim=pass'), false);
  assert.equal(await forged('spf=pass; dkim=pass; dmarc=pass'), false);
});

test('when it was written is believed within a day before it came', () => {
  const [arrived, now] = [instant('2026-09-28T10:00:00Z'), instant('2026-09-28T10:01:00Z')];
  const at = (date: string | null) => writtenAt(date === null ? null : instant(date), arrived, now);
  assert.equal(at('2026-09-28T09:50:00Z'), '2026-09-28T09:50:00.000Z');
  assert.equal(at('2030-01-01T00:00:00Z'), arrived);
  assert.equal(at('1970-01-01T00:00:00Z'), arrived);
  assert.equal(at(null), arrived);
});

/** Breaks a mail somewhere: bytes turned, cut out, doubled, moved, or the rest of another one put behind. */
function broken(raw: Buffer, chance: () => number): Buffer {
  const at = (most: number): number => Math.floor(chance() * most);
  let bytes = Buffer.from(raw);
  for (let times = 1 + at(6); times > 0; times -= 1) {
    const [from, length] = [at(bytes.length), at(60)];
    const [head, piece, tail] = [
      bytes.subarray(0, from),
      bytes.subarray(from, from + length),
      bytes.subarray(from + length),
    ];
    const other = CORPUS[at(CORPUS.length)]!;
    const ways = [
      () => Buffer.concat([head, tail]),
      () => Buffer.concat([head, piece, piece, tail]),
      () => Buffer.concat([head, Buffer.from(piece.map((byte) => byte ^ (1 << at(8)))), tail]),
      () => Buffer.concat([head, Buffer.from(Array.from({ length: at(20) }, () => at(256))), tail]),
      () => Buffer.concat([head, other.subarray(at(other.length))]),
      () => head,
    ];
    bytes = ways[at(ways.length)]!();
  }
  return bytes;
}

/** `MAIL_FUZZ=50000 npm test -- channel/mail/parse` breaks so many; a plain run some. */
const BROKEN_MAILS = Number(process.env['MAIL_FUZZ'] ?? 1_500);

test(`${BROKEN_MAILS} broken mails: each comes out as something that can be kept, shown and answered, and soon`, async (t) => {
  const seed = chosenSeed();
  t.diagnostic(`SEED=${seed}`);
  const chance = random(seed);
  let longest = 0;
  let lost = 0;
  for (let no = 0; no < BROKEN_MAILS; no += 1) {
    const raw = broken(CORPUS[Math.floor(chance() * CORPUS.length)]!, chance);
    const began = performance.now();
    const mail = await parsed(raw);
    longest = Math.max(longest, performance.now() - began);
    const texts = [
      mail.text,
      mail.quoted,
      mail.subject,
      mail.html ?? '',
      mail.from.name,
      mail.from.address,
      mail.messageId ?? '',
    ];
    for (const text of texts) assert.ok(text.isWellFormed() && !text.includes('\0'), `${no}`);
    assert.ok(mail.subject.length <= 500 && !mail.subject.includes('\n'), `${no}`);
    assert.match(mail.from.address, /^$|^[^\s@<>]+@[^\s@<>]+$/, `${no}`);
    // an address that stands there in order is never lost, whatever is broken around it
    if (/^From: [\w<>. ]*\w@example\.com>?\r\n/.test(raw.toString('latin1')) && mail.from.address === '') lost += 1;
  }
  t.diagnostic(`the slowest took ${Math.round(longest)} ms`);
  assert.equal(lost, 0);
  assert.ok(longest < 2_000, `${longest} ms`);
});
