import { z } from 'zod';
import { LANGUAGES } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';
import { makeDocument } from '../../platform/documents/make.ts';
import type { Format, Paper } from '../../platform/documents/paper.ts';
import { FORMATS, TYPES } from '../../platform/documents/paper.ts';
import type { Download, Leaving } from '../../platform/http/route.ts';
import type { Writing } from './writing.ts';
import { writingIn } from './writing.ts';

/** How something is taken out. */
export const takenOut = {
  format: z.enum(FORMATS).describe('xlsx: a spreadsheet; pdf: to print or send'),
  language: z.enum(LANGUAGES).default('en').describe('In which language its words are'),
};
export type TakenOut = { format: Format; language: Writing['language'] };

/** A paper on its way out. It is laid out while it is sent, when the transaction that read it is over. */
export async function download(
  context: Context,
  { format, language }: TakenOut,
  write: (writing: Writing) => Promise<Paper> | Paper,
): Promise<Download> {
  const writing = await writingIn(context, language);
  const paper = await write(writing);
  const day = writing.moment(context.now).slice(0, 10);
  return {
    name: `${paper.title.replaceAll(/[\\/:*?"<>|]/g, ' ')} ${day}.${format}`,
    type: TYPES[format],
    size: null,
    inline: false,
    chunks: bytesOf(paper, format),
    rows: paper.sheets.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

/** What leaves with a paper. */
export function leaving(list: string, asked: Leaving['narrowed'] & { format: Format }, paper: unknown): Leaving {
  return { list, format: asked.format, narrowed: asked, rows: (paper as Download).rows ?? null };
}

async function* bytesOf(paper: Paper, format: Format): AsyncGenerator<Buffer> {
  yield await makeDocument(paper, format);
}
