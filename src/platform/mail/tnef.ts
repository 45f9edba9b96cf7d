import { decodeText } from './charset.ts';

/** What Outlook packs into winmail.dat: the text as it was written, and the files. */
export type Unpacked = {
  text: string;
  html: string | null;
  files: { name: string; bytes: Buffer; contentId: string | null }[];
};

const SIGNATURE = 0x223e9f78;

/** Attributes of [MS-OXTNEF]: their number without the type in its upper half. */
const ATTRIBUTE = {
  title: 0x8010,
  data: 0x800f,
  renderData: 0x9002,
  attachment: 0x9005,
  properties: 0x9003,
  body: 0x800c,
};

/** Properties of [MS-OXPROPS]. */
const PROPERTY = { body: 0x1000, html: 0x1013, longName: 0x3707, name: 0x3704, contentId: 0x3712, data: 0x3701 };

export function isTnef(bytes: Buffer): boolean {
  return bytes.length > 6 && bytes.readUInt32LE(0) === SIGNATURE;
}

/** Reads as far as it goes: what is cut off gives what came before. */
export function unpackTnef(bytes: Buffer): Unpacked {
  const found: Unpacked = { text: '', html: null, files: [] };
  for (const { id, data } of attributesOf(bytes)) {
    const file = found.files.at(-1);
    if (id === ATTRIBUTE.renderData) found.files.push({ name: '', bytes: Buffer.alloc(0), contentId: null });
    else if (id === ATTRIBUTE.title && file) file.name ||= untilNul(decodeText(data, null));
    else if (id === ATTRIBUTE.data && file) file.bytes = data;
    else if (id === ATTRIBUTE.body) found.text ||= untilNul(decodeText(data, null));
    else if (id === ATTRIBUTE.attachment && file) describe(file, propertiesOf(data));
    else if (id === ATTRIBUTE.properties) tellBody(found, propertiesOf(data));
  }
  return { ...found, files: found.files.filter((file) => file.bytes.length > 0) };
}

function describe(file: Unpacked['files'][number], properties: ReadonlyMap<number, Buffer>): void {
  file.name = stringOf(properties, PROPERTY.longName) || file.name || stringOf(properties, PROPERTY.name);
  file.contentId = stringOf(properties, PROPERTY.contentId) || null;
  const data = properties.get(PROPERTY.data);
  if (file.bytes.length === 0 && data) file.bytes = data;
}

function tellBody(found: Unpacked, properties: ReadonlyMap<number, Buffer>): void {
  found.text = stringOf(properties, PROPERTY.body) || found.text;
  const html = properties.get(PROPERTY.html);
  if (html) found.html = untilNul(decodeText(html, null));
}

function* attributesOf(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  // signature 4, key 2; then of each: level 1, attribute 4, length 4, data, sum 2
  for (let at = 6; at + 9 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (data.length < length) return;
    yield { id: bytes.readUInt16LE(at + 1), data };
    at += 9 + length + 2;
  }
}

/** Lengths of the fixed types; the others say theirs. All stand on multiples of four. */
const FIXED: Record<number, number> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const UNICODE = 0x001f;

/** Walks through bytes; where they end too soon, it throws a RangeError. */
type Walk = { u16(): number; u32(): number; take(length: number): Buffer };

function walk(data: Buffer): Walk {
  let at = 0;
  const step = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    u16: () => data.readUInt16LE(step(2)),
    u32: () => data.readUInt32LE(step(4)),
    take(length) {
      if (at + length > data.length) throw new RangeError('cut off');
      const from = step((length + 3) & ~3);
      return data.subarray(from, from + length);
    },
  };
}

/** By number; texts are decoded to UTF-8. What is cut off gives what came before. */
function propertiesOf(data: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  try {
    const bytes = walk(data);
    for (let left = bytes.u32(); left > 0; left -= 1) readProperty(bytes, found);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  return found;
}

const SEVERAL = 0x1000;
const NAMED = 0x8000;

function readProperty(bytes: Walk, found: Map<number, Buffer>): void {
  const [type, id] = [bytes.u16(), bytes.u16()];
  if (id >= NAMED) skipName(bytes);
  const fixed = FIXED[type & ~SEVERAL];
  let values = (type & SEVERAL) !== 0 || fixed === undefined ? bytes.u32() : 1;
  for (; values > 0; values -= 1) {
    const value = bytes.take(fixed ?? bytes.u32());
    if (!found.has(id)) found.set(id, valueOf(type & ~SEVERAL, value));
  }
}

/** Its set, then a number or a name. */
function skipName(bytes: Walk): void {
  bytes.take(16);
  const named = bytes.u32() === 1;
  const next = bytes.u32();
  if (named) bytes.take(next);
}

const OBJECT = 0x000d;

/** An object begins with the name of its interface. */
function valueOf(type: number, value: Buffer): Buffer {
  if (type === UNICODE) return Buffer.from(value.toString('utf16le'));
  return type === OBJECT ? value.subarray(16) : value;
}

function stringOf(properties: ReadonlyMap<number, Buffer>, id: number): string {
  return untilNul(decodeText(properties.get(id) ?? Buffer.alloc(0), null));
}

function untilNul(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}
