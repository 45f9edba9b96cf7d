import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { guessed } from './guess-charset.ts';

/** Names that senders use and the standard's list does not know. */
const OTHER_NAMES: Record<string, string> = {
  gb2312_charset: 'gb18030',
  gb: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  gbk2312: 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  'big5-eten': 'big5',
  cp932: 'shift_jis',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp949: 'euc-kr',
  'unicode-1-1-utf-7': 'utf-7',
  utf7: 'utf-7',
  koi8: 'koi8-r',
  hz: 'hz-gb-2312',
};

/** Where nothing, or next to nothing, was said: these names are written by programs that never looked. */
const SAYS_NOTHING = new Set([
  '',
  'us-ascii',
  'ascii',
  'default',
  'unknown-8bit',
  'x-unknown',
  'iso-8859-1',
  'latin1',
  'windows-1252',
]);

/** GB 18030 holds all that its elders hold, and whoever says gb2312 writes characters of all three. */
const ELDERS = new Set(['gbk', 'gb2312']);

type Decoder = { lenient: TextDecoder; strict: TextDecoder };

const decoders = new Map<string, Decoder | null>();

function decoderOf(label: string): Decoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let made: Decoder | null = null;
  try {
    const { encoding } = new TextDecoder(label);
    const name = ELDERS.has(encoding) ? 'gb18030' : encoding;
    made = { lenient: new TextDecoder(name), strict: new TextDecoder(name, { fatal: true }) };
  } catch {
    // no name of anything
  }
  // a sender can make up names for ever
  if (decoders.size < 500) decoders.set(label, made);
  return made;
}

/** As it is written in lists of names: `"GB2312 "`, `utf8*en`, `x-gbk`. */
function normalized(label: string | null): string {
  const bare = (label ?? '')
    .toLowerCase()
    .replace(/\*.*$/, '')
    .replace(/["'\s]/g, '');
  return OTHER_NAMES[bare] ?? bare;
}

/** The text, or null where the bytes are not of that encoding. */
function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return decoderOf(label)?.strict.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

/**
 * Bytes to text. What the sender says of its encoding is a hint: bytes that are something else beyond doubt (UTF-8 said to be
 * Latin, GB 18030 said to be nothing at all) are read as what they are. Never throws; what cannot be read stands as U+FFFD.
 */
export function decodeText(bytes: Uint8Array, said: string | null): string {
  if (bytes.length === 0) return '';
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked !== null) return decoderOf(marked)!.lenient.decode(bytes);
  const label = normalized(said);
  return bytes.every((byte) => byte < 0x80) ? sevenBits(bytes, label) : eightBits(bytes, label);
}

function eightBits(bytes: Uint8Array, label: string): string {
  const says = !SAYS_NOTHING.has(label) && decoderOf(label) !== null;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null && (!says || isSurelyUtf8(bytes))) return utf8;
  const asSaid = says ? strictly(bytes, label) : null;
  return (
    asSaid ??
    utf8 ??
    guessed(bytes, (name) => strictly(bytes, name)) ??
    (decoderOf(label) ?? decoderOf('windows-1252')!).lenient.decode(bytes)
  );
}

/** To Japanese and back (ISO-2022-JP). */
const ESCAPES = ['\u001b$', '\u001b('];

function sevenBits(bytes: Uint8Array, label: string): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // no decoder of a browser's reads it
  if (label === 'utf-7') return iconv.decode(Buffer.from(bytes), 'utf-7');
  if (label === 'hz-gb-2312') return hz(text);
  if (ESCAPES.some((one) => text.includes(one))) return decoderOf('iso-2022-jp')!.lenient.decode(bytes);
  // sixteen bits a character, of which every other is nothing: ASCII in UTF-16, said so or not
  return label.startsWith('utf-16') && text.includes('\0') ? decoderOf(label)!.lenient.decode(bytes) : text;
}

/** RFC 1843: GB 2312 in seven bits, between `~{` and `~}`. */
function hz(text: string): string {
  return text
    .replace(/~\r?\n/g, '')
    .replace(/~(~|\{([^]*?)(?:~\}|$))/g, (_whole, first: string, pairs: string | undefined) =>
      first === '~'
        ? '~'
        : decoderOf('gb18030')!.lenient.decode(Buffer.from(pairs ?? '', 'latin1').map((byte) => byte | 0x80)),
    );
}

/** Enough characters of several bytes that no text of another encoding comes out as UTF-8 by chance. */
function isSurelyUtf8(bytes: Uint8Array): boolean {
  let leads = 0;
  for (const byte of bytes) if (byte >= 0xc2 && byte <= 0xf4 && (leads += 1) >= 4) return true;
  return false;
}
