/**
 * What bytes are of which nobody said, or said wrongly, what they are. Told by how they are spread: characters of Chinese come in
 * pairs whose first byte lies where common characters lie; letters of Cyrillic in runs. Null: no telling.
 */
export function guessed(bytes: Uint8Array, read: (encoding: string) => string | null): string | null {
  const pairs = [
    { encoding: 'gb18030', share: shareOfPairs(bytes, 0xb0, 0xd7, 0xa1) },
    { encoding: 'big5', share: shareOfPairs(bytes, 0xa4, 0xc6, 0x40) },
  ].toSorted((one, other) => other.share - one.share);
  for (const { encoding, share } of pairs) {
    const text = share >= MOSTLY ? read(encoding) : null;
    if (text !== null) return text;
  }
  const cyrillic = cyrillicOf(bytes);
  return cyrillic === null ? null : read(cyrillic);
}

const MOSTLY = 0.8;

/** Of the pairs that begin with a high byte, how many begin between `first` and `last` and go on at or above `second`. */
function shareOfPairs(bytes: Uint8Array, first: number, last: number, second: number): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    at += 1;
    // punctuation of these encodings says nothing of which it is
    if (lead >= 0xa1 && lead <= 0xa3) continue;
    pairs += 1;
    if (lead >= first && lead <= last && trail >= second) common += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Small letters stand in one half of the upper bytes in KOI8-R and in the other in Windows-1251. */
function cyrillicOf(bytes: Uint8Array): string | null {
  let letters = 0;
  let high = 0;
  let lower = 0;
  let upper = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) high += 1;
    if (byte >= 0xc0 && byte <= 0xdf) lower += 1;
    if (byte >= 0xe0) upper += 1;
    if (byte >= 0xc0 || /[a-z]/i.test(String.fromCodePoint(byte))) letters += 1;
  }
  if (high < 4 || high / letters < 0.5) return null;
  if (lower / high > 0.7) return 'koi8-r';
  return upper / high > 0.7 ? 'windows-1251' : null;
}
