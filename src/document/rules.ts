import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { doubled } from '../kernel/doubled.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';
import { DOCUMENT_WAYS } from './document.ts';

export const documentKindShape = z
  .strictObject({
    key,
    name: wordsShape,
    sign: z
      .string()
      .regex(/^[A-Z]{1,8}$/)
      .describe('With what its numbers begin, in capitals'),
    ways: z.array(z.enum(DOCUMENT_WAYS)).min(1).describe('How one comes about'),
  })
  .meta({ id: 'DocumentKind', description: 'A kind of document, numbered year by year' });
export type DocumentKind = z.infer<typeof documentKindShape>;

export const archiveClassShape = z
  .strictObject({
    key,
    name: wordsShape,
    owner: key.describe('Key of the post that alone files and lends what is kept in it'),
    restricted: z.boolean().describe('Read by its owner only, once it is approved or filed'),
    keepYears: z.number().int().min(1).max(100).nullable().describe('How many years it is kept; null: for good'),
  })
  .meta({ id: 'ArchiveClass', description: 'A class of the archives, under one owner' });
export type ArchiveClass = z.infer<typeof archiveClassShape>;

export const MOST_DOCUMENT_KINDS = 60;
export const MOST_ARCHIVE_CLASSES = 40;

/** Two kinds that are numbered alike would give one number twice. */
export function whyNotDocumentKinds(kinds: readonly DocumentKind[]): Refusal[] {
  const sign = doubled(kinds.map((one) => one.sign));
  return sign === undefined ? [] : [refusal('document.sign_twice', { path: 'documentKinds', sign })];
}

/** What is kept has an owner: a post of the house. Paths are within the settings. */
export function whyNotArchiveClasses(classes: readonly ArchiveClass[], posts: ReadonlyMap<string, unknown>): Refusal[] {
  return classes.flatMap((one) => whyNotAgainst(posts, one.owner, `archiveClasses.${one.key}.owner`));
}
