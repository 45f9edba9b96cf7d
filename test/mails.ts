import iconv from 'iconv-lite';

/** Lines as they go over the wire; a Buffer stands for bytes that are no text. */
export function mailOf(...lines: (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.map((line) => (typeof line === 'string' ? Buffer.from(`${line}\r\n`) : line)));
}

export type Written = {
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  id?: string;
  date?: string;
  text?: string;
  headers?: readonly string[];
};

/** A plain mail of somebody's. */
export function plainMail({
  from = 'Wang <wang@example.com>',
  to = 'service@huiyin.example',
  ...said
}: Written): Buffer {
  return mailOf(
    `From: ${from}`,
    `To: ${to}`,
    ...(said.cc === undefined ? [] : [`Cc: ${said.cc}`]),
    `Subject: ${word(said.subject ?? '水管漏水')}`,
    ...(said.id === undefined ? [] : [`Message-ID: ${said.id}`]),
    ...(said.date === undefined ? [] : [`Date: ${said.date}`]),
    ...(said.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    said.text ?? '厨房的水管漏水，请派人来修。',
  );
}

/** An encoded word. */
export function word(text: string, charset = 'utf-8'): string {
  return `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`;
}

/** A mail whose body is in an encoding, and says that it is in that one or in another. */
export function encodedMail(text: string, encoding: string, said: string | null): Buffer {
  const bytes = encoding === 'iso-2022-jp' ? JAPANESE.bytes : iconv.encode(text, encoding);
  return mailOf(
    'From: =?utf-8?B?546L?= <wang@example.com>',
    'To: service@huiyin.example',
    ...(said === null
      ? []
      : [`Subject: =?${said}?B?${bytes.toString('base64')}?=`, `Content-Type: text/plain; charset="${said}"`]),
    '',
    bytes,
  );
}

/** "水漏れ" in seven bits. */
export const JAPANESE = { text: '水漏れ', bytes: Buffer.from('\u001b$B?eO3$l\u001b(B', 'latin1') };

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** HTML with a picture in it, the same in words, and a file. */
export const WITH_PICTURE = mailOf(
  'From: Li <li@example.com>',
  'To: service@huiyin.example',
  'Subject: Photo',
  'Message-ID: <picture@example.com>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  'This is a message of several parts.',
  '--outer',
  'Content-Type: multipart/alternative; boundary="inner"',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'The leak =E5=9C=A8=E8=BF=99=E9=87=8C',
  '--inner',
  'Content-Type: multipart/related; boundary="related"',
  '',
  '--related',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>The leak <b>在这里</b> <img src="cid:leak@1"><img src="https://tracker.example/pixel.gif"></p><script>alert(1)</script>',
  '--related',
  'Content-Type: image/png; name="leak.png"',
  'Content-ID: <leak@1>',
  'Content-Transfer-Encoding: base64',
  '',
  PNG,
  '--related--',
  '--inner--',
  '--outer',
  'Content-Type: application/pdf',
  "Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5%E4%BB%B7.pdf",
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1.4\n%%EOF').toString('base64'),
  '--outer--',
);

/** What a server says of a mail of ours that it could not deliver (RFC 3464). */
export function bounceOf(id: string, recipient: string, action = 'failed'): Buffer {
  return mailOf(
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.com>',
    'To: service@huiyin.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user here',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: service@huiyin.example',
    `To: ${recipient}`,
    `Message-ID: ${id}`,
    'Subject: Re: leak',
    '',
    'Somebody comes today.',
    '--b--',
  );
}

/** A mail within a mail, as "forward as attachment" makes it. */
export const NESTED = mailOf(
  'From: Chen <chen@example.com>',
  'To: service@huiyin.example',
  'Subject: Fwd: noise',
  'Content-Type: multipart/mixed; boundary="n"',
  '',
  '--n',
  'Content-Type: text/plain',
  '',
  'See below.',
  '--n',
  'Content-Type: message/rfc822',
  '',
  'From: Neighbour <n@example.com>',
  'Subject: noise',
  'Content-Type: text/plain; charset=gb18030',
  'Content-Transfer-Encoding: base64',
  '',
  iconv.encode('楼上半夜装修', 'gb18030').toString('base64'),
  '--n--',
);

/** Signed so that every program reads it. */
export const SIGNED = mailOf(
  'From: Zhao <zhao@example.com>',
  'To: service@huiyin.example',
  'Subject: signed',
  'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary="s"',
  '',
  '--s',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '电梯坏了',
  '--s',
  'Content-Type: application/pkcs7-signature; name=smime.p7s',
  'Content-Transfer-Encoding: base64',
  '',
  'MIAGCSqGSIb3DQEHAqCAMIACAQExADALBgkqhkiG9w0BBwGggDGCAAAAAAA=',
  '--s--',
);

function der(tag: number, ...content: Buffer[]): Buffer {
  const whole = Buffer.concat(content);
  const length =
    whole.length < 0x80 ? Buffer.from([whole.length]) : Buffer.from([0x82, whole.length >> 8, whole.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, whole]);
}

const OID_SIGNED = Buffer.from('2a864886f70d010702', 'hex');
const OID_DATA = Buffer.from('2a864886f70d010701', 'hex');

/** Signed so that the mail stands inside the signature; `pieces`: its content in several, as streams write it. */
export function wrappedInSignature(inner: Buffer, pieces = false): Buffer {
  const content = pieces
    ? Buffer.concat([
        Buffer.from([0x24, 0x80]),
        der(0x04, inner.subarray(0, 20)),
        der(0x04, inner.subarray(20)),
        Buffer.from([0, 0]),
      ])
    : der(0x04, inner);
  const signed = der(0x30, der(0x02, Buffer.from([1])), der(0x31), der(0x30, der(0x06, OID_DATA), der(0xa0, content)));
  const cms = der(0x30, der(0x06, OID_SIGNED), der(0xa0, signed));
  return mailOf(
    'From: Zhao <zhao@example.com>',
    'To: service@huiyin.example',
    'Subject: wrapped',
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'Content-Transfer-Encoding: base64',
    '',
    cms.toString('base64'),
  );
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((all, byte) => (all + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function unicodeProperty(id: number, value: string): Buffer {
  const text = Buffer.from(`${value}\0`, 'utf16le');
  const head = Buffer.alloc(12);
  head.writeUInt16LE(0x1f, 0);
  head.writeUInt16LE(id, 2);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(text.length, 8);
  return Buffer.concat([head, text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
}

function properties(...all: Buffer[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(all.length);
  return Buffer.concat([count, ...all]);
}

const TNEF = Buffer.concat([
  Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00]),
  attribute(1, 0x69003, properties(unicodeProperty(0x1000, '附件里是照片'))),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from('PHOTO~1.TXT\0')),
  attribute(2, 0x6800f, Buffer.from('the photograph')),
  attribute(2, 0x69005, properties(unicodeProperty(0x3707, '照片.txt'))),
]);

/** What Outlook sends to those whose program it knows nothing of. */
export const WINMAIL = mailOf(
  'From: Sun <sun@example.com>',
  'To: service@huiyin.example',
  'Subject: winmail',
  'Content-Type: multipart/mixed; boundary="w"',
  '',
  '--w',
  'Content-Type: text/plain',
  '',
  '',
  '--w',
  'Content-Type: application/ms-tnef; name="winmail.dat"',
  'Content-Transfer-Encoding: base64',
  '',
  TNEF.toString('base64'),
  '--w--',
);

/** Mails that are broken in ways that mails are. */
export const BROKEN: Record<string, Buffer> = {
  'no end of its parts': mailOf(
    'From: a@example.com',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    '',
    'leak',
  ),
  'a boundary that never comes': mailOf(
    'From: a@example.com',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--y',
    '',
    'leak',
  ),
  'no boundary': mailOf('From: a@example.com', 'Content-Type: multipart/alternative', '', 'leak'),
  'a type that is none': mailOf('From: a@example.com', 'Content-Type: ;;;', '', 'leak'),
  'an encoding that nobody knows': mailOf('From: a@example.com', 'Content-Transfer-Encoding: x-odd', '', 'leak'),
  'base64 that is cut off': mailOf('From: a@example.com', 'Content-Transfer-Encoding: base64', '', 'bGVha'),
  'a charset that nobody knows': mailOf(
    'From: a@example.com',
    'Content-Type: text/plain; charset=x-klingon',
    '',
    'leak',
  ),
  'lines ended by LF alone': Buffer.from('From: a@example.com\nSubject: x\n\nleak\n'),
  'lines ended by CR alone': Buffer.from('From: a@example.com\rSubject: x\r\rleak\r'),
  'zeros in it': mailOf('From: a@example.com', 'Subject: a\0b', '', 'le\0ak leak'),
};

/** One of each, for whoever breaks them further. */
export const CORPUS: readonly Buffer[] = [
  plainMail({}),
  WITH_PICTURE,
  NESTED,
  SIGNED,
  WINMAIL,
  bounceOf('<0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e@huiyin.example>', 'gone@example.com'),
  wrappedInSignature(plainMail({ text: '包在签名里' })),
  encodedMail('厨房的水管漏水', 'gb18030', 'gb2312'),
  encodedMail('厨房的水管漏水', 'utf-7', 'utf-7'),
  ...Object.values(BROKEN),
];
