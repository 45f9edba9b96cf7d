import { decodeText } from './charset.ts';
import { textValue } from './header.ts';
import { textOfHtml } from './html-text.ts';
import { signedContent } from './signed.ts';
import type { Part } from './split.ts';
import { splitMail } from './split.ts';
import { unfold } from './flowed.ts';
import { isTnef, unpackTnef } from './tnef.ts';

/** What hangs on a mail. */
export type MailFile = { name: string; bytes: Buffer; contentId: string | null };

/** What a mail holds, put together from its parts. */
export type Gathered = {
  texts: string[];
  htmls: string[];
  files: MailFile[];
  /** Words of mails within the mail: they stand below its own. */
  within: string[];
  /** Only who has the key can read it. */
  locked: boolean;
};

/** Mails within mails within mails are opened so deep; below it they are files. */
const DEEPEST = 3;
/** More than anybody sends by hand; what is beyond stays in the raw mail. */
const MOST_FILES = 200;

export function nothingGathered(): Gathered {
  return { texts: [], htmls: [], files: [], within: [], locked: false };
}

/** Sorts every leaf of the tree into words, looks and files. */
export async function gather(part: Part, into: Gathered, depth = 0): Promise<void> {
  if (part.type === 'multipart/encrypted') into.locked = true;
  if (part.type === 'multipart/alternative' && part.parts.length > 0) return gatherChoice(part, into, depth);
  if (part.parts.length > 0) {
    for (const child of part.parts) await gather(child, into, depth);
    return;
  }
  await gatherLeaf(part, into, depth);
}

/** Of several forms of one thing the words and the looks are taken, each where its sender put it last. */
async function gatherChoice(part: Part, into: Gathered, depth: number): Promise<void> {
  const forms: Gathered[] = [];
  for (const child of part.parts) {
    const form = nothingGathered();
    await gather(child, form, depth);
    forms.push(form);
  }
  into.texts.push(...(forms.findLast(({ texts }) => texts.some((text) => text.trim() !== ''))?.texts ?? []));
  into.htmls.push(...(forms.findLast(({ htmls }) => htmls.length > 0)?.htmls ?? []));
  for (const { files, within, locked } of forms) {
    into.files.push(...files);
    into.within.push(...within);
    into.locked ||= locked;
  }
}

async function gatherLeaf(part: Part, into: Gathered, depth: number): Promise<void> {
  const { type, body } = part;
  // a part of parts in which none is found is broken: its bytes are shown as they are
  if (type.startsWith('multipart/')) into.texts.push(decodeText(body, null));
  else if (type === 'text/plain' && !part.attached) into.texts.push(plain(part));
  else if (type === 'text/html' && !part.attached) into.htmls.push(decodeText(body, charsetOf(part)));
  else if (/^message\/(?:rfc822|global)$/.test(type)) await gatherMail(part, into, depth);
  else if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) await gatherSigned(part, into, depth);
  else if (isTnef(body)) gatherTnef(body, into);
  else if (/^message\/(?:global-)?delivery-status$/.test(type)) into.within.push(decodeText(body, null));
  else keep(into, { name: part.filename ?? nameFor(type), bytes: body, contentId: part.contentId });
}

/** Of HTML, where neither its header nor its first lines agree, the header is the weaker word. */
function charsetOf({ params, body }: Part): string | null {
  const own = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(body.subarray(0, 2_000).toString('latin1'))?.[1];
  return params['charset'] ?? own ?? null;
}

function plain({ body, params }: Part): string {
  const text = decodeText(body, params['charset'] ?? null).replace(/\r\n?/g, '\n');
  if (params['format']?.toLowerCase() !== 'flowed') return text;
  return unfold(text, params['delsp']?.toLowerCase() === 'yes' ? '' : ' ');
}

/** A mail within the mail is a file, and its words and files can be read here. */
async function gatherMail(part: Part, into: Gathered, depth: number): Promise<void> {
  const name = part.filename ?? 'message.eml';
  if (depth >= DEEPEST) return keep(into, { name, bytes: part.body, contentId: null });
  try {
    const inner = await splitMail(part.body);
    const subject = textValue(inner.header, 'subject');
    keep(into, { name: part.filename ?? `${subject || 'message'}.eml`, bytes: part.body, contentId: null });
    const found = nothingGathered();
    await gather(inner, found, depth + 1);
    const head = ['from', 'date', 'to', 'subject'].map((field) => [field, textValue(inner.header, field)] as const);
    const lines = head.flatMap(([field, value]) =>
      value === '' ? [] : `${field[0]!.toUpperCase()}${field.slice(1)}: ${value}`,
    );
    into.within.push([...lines, '', wordsOf(found)].join('\n'), ...found.within);
    for (const file of found.files) keep(into, { ...file, contentId: null });
  } catch {
    keep(into, { name, bytes: part.body, contentId: null });
  }
}

async function gatherSigned(part: Part, into: Gathered, depth: number): Promise<void> {
  const content = signedContent(part.body);
  if (content === null || depth >= DEEPEST) {
    into.locked = true;
    return keep(into, { name: part.filename ?? 'smime.p7m', bytes: part.body, contentId: null });
  }
  await gather(await splitMail(content), into, depth + 1);
}

function gatherTnef(body: Buffer, into: Gathered): void {
  const { text, html, files } = unpackTnef(body);
  if (text.trim() !== '' && into.texts.every((one) => one.trim() === '')) into.texts.push(text);
  if (html !== null && into.htmls.length === 0) into.htmls.push(html);
  for (const file of files) keep(into, { ...file, name: file.name || 'file' });
}

function keep(into: Gathered, file: MailFile): void {
  if (file.bytes.length > 0 && into.files.length < MOST_FILES) into.files.push(file);
}

/** The words as they are, or those of its looks. */
export function wordsOf({ texts, htmls }: Gathered): string {
  const words = texts.join('\n').trim();
  return words === '' ? htmls.map(textOfHtml).join('\n\n').trim() : words;
}

const ENDINGS: Record<string, string> = {
  'text/calendar': 'calendar.ics',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'text/rfc822-headers': 'header.txt',
  'text/plain': 'text.txt',
  'text/html': 'page.html',
};

function nameFor(type: string): string {
  const [family, kind = ''] = type.split('/');
  return ENDINGS[type] ?? (family === 'image' ? `image.${kind.replace(/[^a-z0-9].*$/, '')}` : 'file');
}
