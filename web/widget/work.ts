import { sha256 } from '@noble/hashes/sha2.js';

const A_GO = 2_000;

/**
 * Finds the number with which sha-256 of `token:about:number` begins with so many zero bits. In small goes, so that the page stays
 * alive meanwhile; with a library, for browsers lend theirs to pages over TLS only.
 */
export async function solve({ token, bits }: { token: string; bits: number }, about: string): Promise<number> {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += A_GO) {
    for (let number = from; number < from + A_GO; number += 1)
      if (zeroBits(sha256(encoder.encode(`${token}:${about}:${number}`))) >= bits) return number;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first]!) - 24;
}
