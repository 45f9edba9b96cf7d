import parseAddresses from 'nodemailer/lib/addressparser';
import type { Header } from './header.ts';
import { decodeWords, rawValues } from './header.ts';
import { oneLine } from './clean.ts';

export type Address = { name: string; address: string };

const LONGEST_ADDRESS = 320;
const LONGEST_NAME = 100;

/** Everybody who stands in headers of that name; whatever is no address is left out. */
export function addressesIn(header: Header, name: string): Address[] {
  const found: Address[] = [];
  for (const value of rawValues(header, name))
    for (const one of parseAddresses(value, { flatten: true })) {
      const address = addressOf(one.address);
      if (address !== null) found.push({ name: oneLine(decodeWords(one.name), LONGEST_NAME), address });
    }
  return found;
}

function addressOf(said: string): string | null {
  const address = decodeWords(said)
    .replace(/^mailto:/i, '')
    .trim();
  return address.length <= LONGEST_ADDRESS && /^[^\s@<>"]+@[^\s@<>",;:]+$/.test(address) ? address : null;
}

/** Of a mail that cannot be read, the first thing that looks like an address where a sender would stand. */
export function addressSomewhere(raw: Buffer): string | null {
  const head = raw.subarray(0, 100_000).toString('latin1');
  for (const name of ['reply-to', 'from', 'sender', 'return-path']) {
    const line = new RegExp(`^[ \\t]*${name}[ \\t]*:(.{0,2000})$`, 'im').exec(head)?.[1] ?? '';
    const address = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}/.exec(line)?.[0];
    if (address) return address;
  }
  return null;
}
