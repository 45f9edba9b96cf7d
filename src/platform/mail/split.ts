import type { MimeNode, SplitterChunk } from '@zone-eu/mailsplit';
import { Splitter } from '@zone-eu/mailsplit';
import type { ParsedHeaderValue } from 'libmime';
import mime from 'libmime';
import qp from 'libqp';
import type { Header } from './header.ts';
import { decodeWords, rawValue, readHeader } from './header.ts';

/** One part of a mail. A part of parts has no body of its own, unless it is broken and none of them is found. */
export type Part = {
  header: Header;
  /** `text/plain`, in lower case. */
  type: string;
  /** What is said besides the type: charset, format, report-type. */
  params: Readonly<Record<string, string>>;
  attached: boolean;
  filename: string | null;
  contentId: string | null;
  /** With its transfer encoding undone. */
  body: Buffer;
  parts: Part[];
};

/** Takes a mail apart, down to its leaves; what is a mail within the mail stays whole. Throws where it has no end of parts. */
export async function splitMail(raw: Buffer): Promise<Part> {
  const splitter = new Splitter({ ignoreEmbedded: true });
  const bodies = new Map<MimeNode, Buffer[]>();
  splitter.end(raw);
  for await (const chunk of splitter as AsyncIterable<SplitterChunk>) {
    if (chunk.type === 'node') bodies.set(chunk, []);
    else if (chunk.type === 'body' || (chunk.node.multipart && !hasChildren(bodies, chunk.node)))
      bodies.get(chunk.node)?.push(chunk.value);
  }
  const parts = new Map<MimeNode, Part>();
  for (const [node, body] of bodies) {
    const part = partOf(node, Buffer.concat(body));
    parts.set(node, part);
    if (node.parentNode) parts.get(node.parentNode)?.parts.push(part);
  }
  for (const part of parts.values()) if (part.parts.length > 0) part.body = Buffer.alloc(0);
  return parts.values().next().value!;
}

/** The newest node is looked at last, so what comes before it belongs to nobody's part. */
function hasChildren(bodies: ReadonlyMap<MimeNode, unknown>, node: MimeNode): boolean {
  for (const one of bodies.keys()) if (one.parentNode === node) return true;
  return false;
}

function partOf(node: MimeNode, body: Buffer): Part {
  const header = readHeader(node.getHeaders());
  const said = rawValue(header, 'content-type');
  const content = mime.parseHeaderValue(said, { stripComments: true });
  const disposition = mime.parseHeaderValue(rawValue(header, 'content-disposition'), { stripComments: true });
  return {
    header,
    type: (node.contentType || 'text/plain').toLowerCase(),
    params: content.params,
    attached: disposition.value.toLowerCase().trim() === 'attachment',
    filename: nameIn(disposition, 'filename') ?? nameIn(content, 'name'),
    contentId: /<?([^<>\s]+)>?/.exec(rawValue(header, 'content-id'))?.[1] ?? null,
    body: decoded(body, rawValue(header, 'content-transfer-encoding').toLowerCase()),
    parts: [],
  };
}

/** Names of files: by RFC 2231, which the library has decoded, or by encoded words, which many senders put there instead. */
function nameIn(value: ParsedHeaderValue, param: string): string | null {
  const name = value.params[param];
  if (!name) return null;
  return value.decodedParams.includes(param) ? name : decodeWords(name);
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding.includes('quoted-printable')) return qp.decode(body.toString('latin1'));
  if (encoding.includes('base64')) return fromBase64(body);
  if (/uue/.test(encoding)) return fromUuencode(body.toString('latin1'));
  return body;
}

/** Padding ends a piece, and some senders pad every line. */
function fromBase64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  if (!/=[^=\s]/.test(text.trimEnd().replace(/=+\s+(?=[\w+/])/g, '=@'))) return Buffer.from(text, 'base64');
  const pieces = text.replace(/[^a-z0-9+/=]/gi, '').split(/=+/);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

function fromUuencode(text: string): Buffer {
  const lines: Buffer[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || /^(?:begin \d|end$|`$)/.test(line)) continue;
    const length = (line.charCodeAt(0) - 32) & 63;
    const bytes: number[] = [];
    for (let at = 1; at < line.length; at += 4) {
      const [one = 0, two = 0, three = 0, four = 0] = [0, 1, 2, 3].map((no) => (line.charCodeAt(at + no) - 32) & 63);
      bytes.push((one << 2) | (two >> 4), ((two & 15) << 4) | (three >> 2), ((three & 3) << 6) | four);
    }
    lines.push(Buffer.from(bytes.slice(0, length)));
  }
  return Buffer.concat(lines);
}
