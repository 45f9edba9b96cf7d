import type { Download } from './route.ts';

/** A text made for just this answer, as a file to be saved; no browser keeps it. */
export function textFile(name: string, type: string, text: string): Download {
  return { name, type, size: null, inline: false, chunks: whole(Buffer.from(text)) };
}

/** What is there at once, as a download takes it. */
export async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
