import type { Download } from './route.ts';

/** A text made for just this answer, as a file to be saved; no browser keeps it. */
export function textFile(name: string, type: string, text: string): Download {
  return { name, type, size: null, inline: false, chunks: whole(text) };
}

async function* whole(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
