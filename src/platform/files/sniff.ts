import { fileTypeFromBuffer } from 'file-type';
import { Invalid } from '../../kernel/refusal.ts';

/** What may be kept: photographs as telephones make them, and documents. Nothing that a browser would run. */
const ALLOWED: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
};

const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** The type that the bytes themselves say. What the sender or the file's name says is not believed. */
export async function sniff(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found?.mime === 'image/heif' ? 'image/heic' : found?.mime;
  if (type === undefined || !(type in ALLOWED))
    throw new Invalid('file.type_not_allowed', { path: 'file', allowed: Object.values(ALLOWED).join(', ') });
  return type;
}

/** Browsers show these in a page; the others are saved. */
export function isShown(type: string): boolean {
  return SHOWN.has(type);
}

const FORBIDDEN_IN_NAMES = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;

/** The name as people see it: without path or control signs, with the ending of what the file really is. */
export function fileName(said: string, type: string): string {
  const stem = lastPart(said)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^\.+/, '');
  return `${[...stem].slice(0, 100).join('') || 'file'}.${ALLOWED[type]!}`;
}

/** The name of what came from outside, with the ending it came with: it is saved as it was, and never run by us. */
export function foreignName(said: string): string {
  const last = lastPart(said).replace(/^\.+/, '');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(last)?.[0] ?? '';
  return (
    Array.from(last.slice(0, last.length - ending.length))
      .slice(0, 100)
      .join('') + ending || 'file'
  );
}

function lastPart(said: string): string {
  return said.toWellFormed().split(/[/\\]/).at(-1)!.replace(FORBIDDEN_IN_NAMES, '').trim();
}
