import { createHmac } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { isSame } from '../../kernel/is-same.ts';

const SIGNATURE = 8;
/** Of an id and its signature, written in letters and digits: a server may change their case. */
const LENGTH = 38;
/** RFC 5321, 4.5.3.1.1 */
const LONGEST_LOCAL = 64;

function signature(key: Buffer, id: Buffer): Buffer {
  return createHmac('sha256', key).update('reply to').update(id).digest().subarray(0, SIGNATURE);
}

/**
 * Where answers to a conversation are asked for: our address with a mark that only we can make, so that an answer finds its thread
 * whatever a mail program does to its header. Where the name is too long for one, our address alone.
 */
export function replyAddress(address: string, key: Buffer, conversationId: Id<'conversation'>): string {
  const id = Buffer.from(conversationId.replaceAll('-', ''), 'hex');
  const token = BigInt(`0x${Buffer.concat([id, signature(key, id)]).toString('hex')}`)
    .toString(36)
    .padStart(LENGTH, '0');
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}+${token}`;
  return local.length > LONGEST_LOCAL ? address : `${local}${address.slice(at)}`;
}

/**
 * The address by which we find out whether such addresses are delivered to ours: its mark is the channel's own.
 */
export function provingAddress(address: string, key: Buffer, channelId: Id<'channel'>): string {
  return replyAddress(address, key, channelId as string as Id<'conversation'>);
}

/** Which conversation these addresses ask for, by a mark that is really ours; null: by none. */
export function markedIn(addresses: readonly string[], address: string, key: Buffer): Id<'conversation'> | null {
  const at = address.lastIndexOf('@');
  const [begins, ends] = [`${address.slice(0, at)}+`.toLowerCase(), address.slice(at).toLowerCase()];
  for (const one of addresses.map((each) => each.toLowerCase())) {
    if (!one.startsWith(begins) || !one.endsWith(ends)) continue;
    const id = readToken(one.slice(begins.length, one.length - ends.length), key);
    if (id !== null) return id;
  }
  return null;
}

function readToken(token: string, key: Buffer): Id<'conversation'> | null {
  if (token.length !== LENGTH || !/^[0-9a-z]+$/.test(token)) return null;
  let number = 0n;
  for (const digit of token) number = number * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = number.toString(16).padStart(48, '0');
  if (hex.length !== 48) return null;
  const bytes = Buffer.from(hex, 'hex');
  const id = bytes.subarray(0, 16);
  if (!isSame(bytes.subarray(16), signature(key, id))) return null;
  const text = id.toString('hex');
  const groups = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return groups.join('-') as Id<'conversation'>;
}
