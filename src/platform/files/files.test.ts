import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { platformNode, platformWorld, type TestNode, type World } from '../../../test/platform-world.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { systemClock } from '../../kernel/time.ts';
import { fileRoutes } from './routes.ts';
import { fileName } from './sniff.ts';
import { thumbnailIn } from './thumbnail.ts';
import { attachFiles, CHUNK } from './store-file.ts';

const LARGEST = 1024 * 1024;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * CHUNK + 17)]);

let world: World;
let node: TestNode;
/** The subjects that Ben may see. */
const seenByBen = new Set<string>();
before(async () => {
  world = await platformWorld();
  const maySee = async (_: unknown, actor: { personId: string | null }, subject: { id: string }): Promise<boolean> =>
    actor.personId === world.ben && seenByBen.has(subject.id);
  node = await platformNode(world, { routes: fileRoutes({ database: world.database, maySee, largest: LARGEST }) });
});
after(async () => {
  await node.stop();
  await world.drop();
});

type Answer = { status: number; body: { code?: string; id: Id<'file'>; name: string; type: string; size: number } };

async function upload(
  person: string,
  name: string,
  bytes: Buffer,
  { id = '', type = 'image/png', key = '' } = {},
): Promise<Answer> {
  const query = new URLSearchParams({ name, ...(id ? { id } : {}) });
  const response = await fetch(`${node.address}/o/hill/api/files?${query}`, {
    method: 'POST',
    headers: {
      'x-test-person': person,
      'x-huiyin': '1',
      'content-type': type,
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

function read(person: string, id: string, slug = 'hill'): Promise<Response> {
  return fetch(`${node.address}/o/${slug}/api/files/${id}`, { headers: { 'x-test-person': person } });
}

test('a photo is kept under the type it really has and sent back as it was', async () => {
  const { status, body } = await upload(world.ann, '漏水 照片.html', PNG, { type: 'text/html' });
  assert.equal(status, 201);
  assert.deepEqual([body.name, body.type, body.size], ['漏水 照片.png', 'image/png', PNG.length]);
  const response = await read(world.ann, body.id);
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), PNG);
  assert.equal(response.headers.get('content-type'), 'image/png');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  assert.match(response.headers.get('content-disposition')!, /^inline; filename=".*"; filename\*=UTF-8''%E6%BC%8F/);
});

test('a document of many chunks comes back whole, to be saved and not shown', async () => {
  const { status, body } = await upload(world.ann, 'contract.pdf', PDF, { type: 'application/octet-stream' });
  assert.equal(status, 201);
  const response = await read(world.ann, body.id);
  assert.match(response.headers.get('content-disposition')!, /^attachment;/);
  assert.equal(response.headers.get('content-length'), String(PDF.length));
  assert.ok(Buffer.from(await response.arrayBuffer()).equals(PDF));
});

test('what is not an allowed type by its bytes is refused, whatever it calls itself', async () => {
  const bad = {
    html: Buffer.from('<!doctype html><script>alert(1)</script>'),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    program: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), randomBytes(200)]),
    zip: Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(200)]),
    gif: Buffer.concat([Buffer.from('GIF89a'), randomBytes(200)]),
    nothing: randomBytes(300),
  };
  for (const [name, bytes] of Object.entries(bad)) {
    const { status, body } = await upload(world.ann, `${name}.png`, bytes);
    assert.deepEqual([name, status, body.code], [name, 422, 'file.type_not_allowed']);
  }
  const empty = await upload(world.ann, 'empty.png', Buffer.alloc(0));
  assert.deepEqual([empty.status, empty.body.code], [422, 'file.empty']);
});

test('a file larger than allowed is refused', async () => {
  const { status } = await upload(world.ann, 'large.pdf', Buffer.concat([PDF, randomBytes(LARGEST)]));
  assert.equal(status, 413);
});

test('the same file sent again is kept once; another one under its id, or by another person, is refused', async () => {
  const id = newId<'file'>(systemClock.now());
  const first = await upload(world.ann, 'one.png', PNG, { id });
  const again = await upload(world.ann, 'one.png', PNG, { id });
  assert.deepEqual([again.status, again.body], [201, first.body]);
  const other = await upload(world.ann, 'one.pdf', PDF, { id });
  assert.deepEqual([other.status, other.body.code], [409, 'file.id_used_otherwise']);
  const foreign = await upload(world.ben, 'one.png', PNG, { id });
  assert.deepEqual([foreign.status, foreign.body.code], [409, 'file.id_used_otherwise']);
});

test('a key is for one file: another content under it is refused', async () => {
  const key = 'the-same-key';
  const first = await upload(world.ann, 'key.png', PNG, { key });
  const again = await upload(world.ann, 'key.png', PNG, { key });
  assert.equal(again.body.id, first.body.id);
  const { status, body } = await upload(world.ann, 'key.png', Buffer.concat([PNG, PNG]), { key });
  assert.deepEqual([status, body.code], [409, 'idempotency.key_used_otherwise']);
});

test('until it belongs to something a file is its uploader’s alone; then it is for who may see that', async () => {
  const { body } = await upload(world.ann, 'leak.png', PNG);
  const ticket = newId<'ticket'>(systemClock.now());
  assert.equal((await read(world.ann, body.id)).status, 200);
  assert.equal((await read(world.ben, body.id)).status, 404);
  await world.as(world.ann, (context) => attachFiles(context, [body.id], { type: 'ticket', id: ticket }));
  assert.equal((await read(world.ben, body.id)).status, 404);
  seenByBen.add(ticket);
  assert.equal((await read(world.ben, body.id)).status, 200);
  assert.equal((await read(world.ann, body.id)).status, 404, 'having uploaded it is not enough any more');
});

test('a file is not given away twice, nor by who did not upload it', async () => {
  const { body } = await upload(world.ann, 'leak.png', PNG);
  const [mine, other] = [newId<'ticket'>(systemClock.now()), newId<'ticket'>(systemClock.now())];
  const give = (person: Id<'person'>, id: string): Promise<void> =>
    world.as(person, (context) => attachFiles(context, [body.id], { type: 'ticket', id }));
  await assert.rejects(give(world.ben, mine), { code: 'file.unknown' });
  await give(world.ann, mine);
  await give(world.ann, mine);
  await assert.rejects(give(world.ann, other), { code: 'file.belongs_elsewhere' });
});

test('another organisation’s file is not there', async () => {
  const { body } = await upload(world.ann, 'ours.png', PNG);
  assert.equal((await read(world.cai, body.id, 'lake')).status, 404);
  assert.equal((await read(world.cai, body.id, 'hill')).status, 401);
  assert.equal((await read(world.ann, 'not-an-id')).status, 422);
});

test('file names lose paths, control signs and lies about their type', () => {
  const cases: [string, string, string][] = [
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\photos\\a.JPG', 'image/jpeg', 'a.jpg'],
    ['report.pdf.exe', 'application/pdf', 'report.pdf.pdf'],
    ['a\u0000b\r\nc"d.png', 'image/png', 'abcd.png'],
    ['photo\u202Egnp.exe', 'image/png', 'photognp.png'],
    ['\uD800.png', 'image/png', '\uFFFD.png'],
    ['...', 'image/png', 'file.png'],
    ['漏'.repeat(300), 'image/webp', `${'漏'.repeat(100)}.webp`],
  ];
  for (const [said, type, name] of cases) assert.equal(fileName(said, type), name, said);
});

/** A photo as a telephone makes it: what it says of itself with a small picture, then the large one. */
function photo(small: Buffer, { orientation = 6, little = false, large = 2 * 1024 * 1024 } = {}): Buffer {
  const tiff = Buffer.alloc(56);
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, value: number, type: 3 | 4) => {
    short(tag, at);
    short(type, at + 2);
    long(1, at + 4);
    if (type === 3) short(value, at + 8);
    else long(value, at + 8);
  };
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(1, 8);
  entry(10, 0x0112, orientation, 3);
  long(26, 22);
  short(2, 26);
  entry(28, 0x0201, 56, 4);
  entry(40, 0x0202, small.length, 4);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff, small]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return Buffer.concat([head, exif, Buffer.from([0xff, 0xdb, 0, 2]), randomBytes(large)]);
}
const SMALL_JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2]), randomBytes(8_000)]);

test('of a large photo a list gets the small picture that its camera put into it, turned as the photo is', async () => {
  for (const little of [false, true]) {
    const picture = thumbnailIn(photo(SMALL_JPEG, { little }).subarray(0, CHUNK))!;
    assert.equal(picture.length, SMALL_JPEG.length + 36);
    assert.ok(picture.subarray(38).equals(SMALL_JPEG.subarray(2)));
    assert.equal(picture.readUInt16BE(28 + 2), 6);
  }
  const bytes = photo(SMALL_JPEG, { large: 700_000 });
  const { status, body } = await upload(world.ann, 'meter.jpg', bytes, { type: 'image/jpeg' });
  assert.deepEqual([status, body.type], [201, 'image/jpeg']);
  const response = await read(world.ann, `${body.id}/thumbnail`);
  assert.equal(response.headers.get('content-type'), 'image/jpeg');
  assert.equal((await response.arrayBuffer()).byteLength, SMALL_JPEG.length + 36);
  assert.equal((await read(world.ben, `${body.id}/thumbnail`)).status, 404, 'only for who may see the file');
});

test('a small photo is its own; of a large one without any the list shows the name', async () => {
  const { body } = await upload(world.ann, 'small.png', PNG);
  assert.deepEqual(Buffer.from(await (await read(world.ann, `${body.id}/thumbnail`)).arrayBuffer()), PNG);
  const large = await upload(world.ann, 'large.png', Buffer.concat([PNG, randomBytes(600_000)]));
  const response = await read(world.ann, `${large.body.id}/thumbnail`);
  assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [404, 'file.no_thumbnail']);
});

test('what leads nowhere, or in circles, is no small picture and no fault', () => {
  const whole = photo(SMALL_JPEG, { large: 10 });
  for (let length = 0; length < 200; length += 1) assert.equal(thumbnailIn(whole.subarray(0, length)), null);
  for (let at = 4; at < 90; at += 1)
    for (const wrong of [0, 1, 127, 255]) {
      const broken = Buffer.from(whole);
      broken[at] = wrong;
      assert.doesNotThrow(() => thumbnailIn(broken), `byte ${at}`);
    }
  assert.equal(thumbnailIn(PNG), null);
  assert.equal(thumbnailIn(Buffer.from('ffd8ffe0000000000000', 'hex')), null);
});
