import type { Taken } from './photos.tsx';

/** A picture as the server takes it here. */
export async function inBase64(photo: Blob): Promise<string> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  let signs = '';
  for (const byte of bytes) signs += String.fromCodePoint(byte);
  return btoa(signs);
}

export function photosInText(photos: readonly Taken[]): Promise<{ image: string; shows: string }[]> {
  return Promise.all(photos.map(async ({ image, shows }) => ({ image: await inBase64(image), shows })));
}
