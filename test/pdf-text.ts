import { inflateSync } from 'node:zlib';

/** The text of a PDF as a reader copies it out: letters of subset fonts by their ToUnicode maps, in the order in which they were set, without spaces. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.head ?? '')?.[1];
      if (map) fonts.set(name!, lettersOf(objects.get(map)!.stream));
    }
  }
  return [...objects.values()]
    .filter(({ stream }) => / Tf\s/.test(stream))
    .map(({ stream }) => textOf(stream, fonts))
    .join('\n');
}

type Piece = { head: string; stream: string };

function objectsOf(pdf: Buffer): Map<string, Piece> {
  const raw = pdf.toString('latin1');
  const found = new Map<string, Piece>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [head = '', body] = match[2]!.split('\nstream\n');
    const packed = body === undefined ? '' : body.slice(0, body.lastIndexOf('\nendstream'));
    const text = head.includes('FlateDecode') && !head.includes('/Length1') ? unpacked(packed) : packed;
    found.set(match[1]!, { head, stream: text });
  }
  return found;
}

function unpacked(text: string): string {
  try {
    return inflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first!, 16);
    for (const [at, [, code]] of [...list!.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      letters.set((start + at).toString(16).padStart(4, '0'), utf16(code!));
  }
  return letters;
}

function utf16(hex: string): string {
  const codes = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
  return String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16)));
}

function textOf(stream: string, fonts: Map<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined;
  let text = '';
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi))
      text += (hex!.match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? '').join('');
  }
  return text.replaceAll(/\s/g, '');
}
