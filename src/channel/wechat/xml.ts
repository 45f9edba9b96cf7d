/** The five that every XML knows; no other is there, so none can grow. */
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const OPEN = /\s*<([A-Za-z_]\w{0,63})>/y;
const CLOSE = /\s*<\/([A-Za-z_]\w{0,63})>/y;
const CDATA = /\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*/y;
const PLAIN = /[^<&]*(?:&(?:lt|gt|amp|quot|apos|#\d{1,7});[^<&]*)*/y;
const DEEPEST = 8;

type Reader = { text: string; at: number; depth: number; found: Map<string, string> };

/**
 * The elements of a message of Tencent's with their texts, those of the first level. Nothing else of XML is read: no declarations of types, no
 * entities of anybody's own, no attributes. Null where it is not of this form.
 */
export function readXml(text: string): ReadonlyMap<string, string> | null {
  const reader: Reader = { text, at: 0, depth: 0, found: new Map() };
  if (matched(reader, OPEN)?.[1] !== 'xml' || !children(reader) || matched(reader, CLOSE)?.[1] !== 'xml') return null;
  return text.slice(reader.at).trim() === '' ? reader.found : null;
}

function matched(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at = pattern.lastIndex;
  return found;
}

/** As many elements as there are; false where one of them is broken. */
function children(reader: Reader): boolean {
  reader.depth += 1;
  if (reader.depth > DEEPEST) return false;
  for (let name = matched(reader, OPEN)?.[1]; name !== undefined; name = matched(reader, OPEN)?.[1]) {
    const before = reader.at;
    const said = matched(reader, CDATA)?.[1] ?? unescaped(matched(reader, PLAIN)![0]);
    if (matched(reader, CLOSE)?.[1] === name) {
      if (reader.depth === 1) reader.found.set(name, said);
      continue;
    }
    reader.at = before;
    if (!children(reader) || matched(reader, CLOSE)?.[1] !== name) return false;
  }
  reader.depth -= 1;
  return true;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:([a-z]+)|#(\d+));/g, (_, name: string | undefined, code: string | undefined) => {
    if (name !== undefined) return ENTITIES[name]!;
    const point = Number(code);
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\uFFFD';
  });
}
