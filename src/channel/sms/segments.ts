/** The signs of GSM 03.38 that take one place of a text message, and those that take two. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** How many places a message has by itself, and each part of a longer one. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const;

/** So many parts go as one; more is no text message any more. */
export const MOST_SEGMENTS = 10;

export type Segments = {
  /** gsm7: Latin letters of GSM 03.38; ucs2: anything else, 70 signs to a message. */
  encoding: keyof typeof ROOM;
  /** How many text messages it is charged as; 0: nothing is written. */
  segments: number;
  /** Places left in the last one. */
  left: number;
};

/** As how many text messages a text goes (3GPP TS 23.038). No sign is cut in two: an escape, or both halves of an emoji, stay together. */
export function segmentsOf(text: string): Segments {
  const signs = [...text];
  const encoding = signs.every((sign) => BASIC.has(sign) || EXTENDED.has(sign)) ? 'gsm7' : 'ucs2';
  const { alone, part } = ROOM[encoding];
  const sizes = signs.map((sign) => (encoding === 'ucs2' ? sign.length : EXTENDED.has(sign) ? 2 : 1));
  const whole = sizes.reduce<number>((sum, size) => sum + size, 0);
  if (whole <= alone) return { encoding, segments: whole === 0 ? 0 : 1, left: alone - whole };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > part) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, segments, left: part - filled };
}
