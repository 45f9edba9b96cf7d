import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Download } from './route.ts';

/**
 * Sends a file so that no browser takes it for a page of ours: its own sniffed type, never another; nothing in it may
 * run, load or be framed; whatever is not an image is saved rather than shown.
 */
export function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const way = file.inline ? 'inline' : 'attachment';
  if (file.size !== null) reply.header('content-length', file.size);
  if (file.policy !== undefined) reply.header('x-frame-options', 'SAMEORIGIN').header('referrer-policy', 'no-referrer');
  return reply
    .header('content-type', file.type)
    .header('content-disposition', `${way}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encoded(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', file.policy ?? "default-src 'none'; sandbox")
    .header('cache-control', file.size === null ? 'no-store' : 'private, max-age=31536000, immutable')
    .send(Readable.from(file.chunks, { objectMode: false }));
}

function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
}

/** RFC 8187: encodeURIComponent leaves four characters alone that may not stand there. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`);
}
