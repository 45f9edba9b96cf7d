/**
 * The mail inside a signature that wraps it (`application/pkcs7-mime; smime-type=signed-data`, RFC 8551): CMS is
 * `{ signedData, [0] { version, digests, { data, [0] content }, ... } }`. Null where it is something else, encrypted for instance.
 * The signature itself is not verified.
 */
export function signedContent(bytes: Buffer): Buffer | null {
  try {
    const outer = childrenOf(readElement(bytes, 0, 0));
    if (!outer[0] || !SIGNED_DATA.equals(outer[0].content) || !outer[1]) return null;
    const signed = childrenOf(childrenOf(outer[1])[0]!);
    const wrapped = childrenOf(signed[2]!);
    return wrapped[1] ? octets(wrapped[1]) : null;
  } catch {
    return null;
  }
}

const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');
const CONSTRUCTED = 0x20;
const DEEPEST = 20;

type Element = { tag: number; content: Buffer; whole: number; depth: number };

/** One element of BER: a tag, a length (or none, then it ends with two zeros), and what it holds. */
function readElement(bytes: Buffer, at: number, depth: number): Element {
  if (depth > DEEPEST) throw new Error('nested too deep');
  const tag = bytes[at]!;
  const first = bytes[at + 1]!;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Error('no element');
  if (first < 0x80) return whole(bytes, at, tag, 2, first, depth);
  if (first > 0x80) {
    const digits = first & 0x7f;
    if (digits > 4 || at + 2 + digits > bytes.length) throw new Error('no length');
    return whole(bytes, at, tag, 2 + digits, bytes.readUIntBE(at + 2, digits), depth);
  }
  let end = at + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end += readElement(bytes, end, depth + 1).whole;
  return { tag, content: bytes.subarray(at + 2, end), whole: end + 2 - at, depth };
}

function whole(bytes: Buffer, at: number, tag: number, head: number, length: number, depth: number): Element {
  if (at + head + length > bytes.length) throw new Error('cut off');
  return { tag, content: bytes.subarray(at + head, at + head + length), whole: head + length, depth };
}

function childrenOf({ content, depth }: Element): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < content.length;) {
    const child = readElement(content, at, depth + 1);
    found.push(child);
    at += child.whole;
  }
  return found;
}

/** Octets may come in pieces. */
function octets(element: Element): Buffer {
  if ((element.tag & CONSTRUCTED) === 0) return element.content;
  return Buffer.concat(childrenOf(element).map(octets));
}
