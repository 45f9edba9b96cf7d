import { decodeText } from './charset.ts';

/** The header of a mail or of a part: names in lower case, values as they came, a byte a character, unfolded. */
export type Header = readonly { name: string; value: string }[];

/** More than this of one value is nobody's subject nor address. */
const MOST_VALUE = 100_000;

/** Reads lines until the empty one. What is no line of a header is passed over, and stops nothing. */
export function readHeader(bytes: Buffer): Header {
  const lines = bytes.toString('latin1').split(/\r\n|\n|\r/);
  const found: { name: string; value: string }[] = [];
  for (const line of lines) {
    if (line === '') break;
    const last = found.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last && last.value.length < MOST_VALUE) last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0 && colon < 100)
      found.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1, MOST_VALUE).trim() });
  }
  return found;
}

/** The first value of that name, as it came; empty where there is none. */
export function rawValue(header: Header, name: string): string {
  return header.find((one) => one.name === name)?.value ?? '';
}

export function rawValues(header: Header, name: string): string[] {
  return header.filter((one) => one.name === name).map(({ value }) => value);
}

/** The first value of that name, for people. */
export function textValue(header: Header, name: string): string {
  return decodeWords(rawValue(header, name));
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

type Word = { charset: string; bytes: Buffer };

/**
 * Encoded words (RFC 2047) to text, and what stands between them by what its bytes are. Words that follow each other in one
 * encoding are put together first: many senders cut in the middle of a character.
 */
export function decodeWords(value: string): string {
  const pieces: (Word | string)[] = [];
  let end = 0;
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index);
    const follows = typeof pieces.at(-1) === 'object' && between.trim() === '';
    if (!follows && between !== '') pieces.push(between);
    const word = { charset: match[1]!.toLowerCase(), bytes: bytesOf(match[2]!, match[3]!) };
    const before = pieces.at(-1);
    if (follows && typeof before === 'object' && before.charset === word.charset)
      before.bytes = Buffer.concat([before.bytes, word.bytes]);
    else pieces.push(word);
    end = match.index + match[0].length;
  }
  pieces.push(value.slice(end));
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? decodeText(Buffer.from(piece, 'latin1'), null)
        : decodeText(piece.bytes, piece.charset),
    )
    .join('');
}

function bytesOf(encoding: string, text: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text.replace(/[^a-z0-9+/]/gi, ''), 'base64');
  const plain = text.replace(/_/g, ' ');
  return Buffer.from(
    plain.replace(/=([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    'latin1',
  );
}
