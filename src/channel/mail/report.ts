import { decodeText } from '../../platform/mail/charset.ts';
import type { Header } from '../../platform/mail/header.ts';
import { decodeWords, rawValue, readHeader } from '../../platform/mail/header.ts';
import type { Report } from './mail.ts';
import type { Part } from '../../platform/mail/split.ts';

/** What a delivery report says (RFC 3464); null: it is none. */
export function reportOf(root: Part): Report | null {
  const parts = flat(root);
  const status = parts.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  );
  if (!status) return null;
  const blocks = blocksOf(status.body);
  const failed = blocks.find((block) => /failed/i.test(rawValue(block, 'action')));
  const one = failed ?? blocks.find((block) => rawValue(block, 'action') !== '');
  if (!one) return null;
  return {
    about: aboutWhich(parts),
    recipient: addressIn(rawValue(one, 'final-recipient') || rawValue(one, 'original-recipient')),
    failed: failed !== undefined,
    said: saidBy(one),
  };
}

/** A server's report in words of its own, as many still write them: ours is told by its Message-ID somewhere in it. */
export function reportInWords(text: string, domain: string, header: Header): Report | null {
  const about = new RegExp(`<[0-9a-f-]{36}@${escaped(domain)}>`, 'i').exec(text)?.[0] ?? null;
  if (about === null) return null;
  const said = /^.*\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}\b)?.*$/m.exec(text)?.[0] ?? text.trim().split('\n')[0] ?? '';
  return {
    about: about.toLowerCase(),
    recipient: addressIn(rawValue(header, 'x-failed-recipients')),
    failed: !/\b(?:delayed|will (?:be )?retr|still trying|延迟|延遲|稍后重试)/i.test(text),
    said: said.trim().slice(0, 500),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function flat(part: Part): Part[] {
  return [part, ...part.parts.flatMap(flat)];
}

function blocksOf(body: Buffer): Header[] {
  return body
    .toString('latin1')
    .split(/(?:\r?\n){2,}/)
    .map((block) => readHeader(Buffer.from(block, 'latin1')));
}

/** The mail that did not arrive comes back with the report, whole or its header alone. */
function aboutWhich(parts: readonly Part[]): string | null {
  for (const { type, body } of parts) {
    if (!/^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/.test(type))
      continue;
    const id = /<[^<>\s]+>/.exec(rawValue(readHeader(body), 'message-id'))?.[0];
    if (id) return id;
  }
  return null;
}

/** `rfc822; somebody@example.com` */
function addressIn(value: string): string | null {
  return /[^\s;<>,"]+@[^\s;<>,"]+/.exec(value)?.[0]?.toLowerCase() ?? null;
}

function saidBy(block: Header): string {
  const status = rawValue(block, 'status');
  const words = decodeWords(rawValue(block, 'diagnostic-code')).replace(/^[a-z0-9-]+\s*;\s*/i, '');
  const said = words.includes(status) ? words : `${status} ${words}`.trim();
  return decodeText(Buffer.from(said), 'utf-8').replace(/\s+/g, ' ').slice(0, 500);
}
