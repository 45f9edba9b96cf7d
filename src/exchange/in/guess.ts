import { fold } from '../../kernel/text/fold.ts';
import type { FieldIn } from './list-in.ts';

/** A header as it is compared: without the star of a field that is needed, and without what stands in brackets. */
export function headerKey(header: string): string {
  return fold(header)
    .replaceAll(/[*:]|\([^)]*\)/g, '')
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}

/**
 * Which column holds which field: as it was chosen the last time for a header of this name; else by what the field is called in any
 * of three languages, whole before in part. A column holds one field.
 */
export function guessMapping(
  fields: readonly FieldIn[],
  headers: readonly string[],
  remembered: ReadonlyMap<string, string>,
): Record<string, number> {
  const keys = headers.map(headerKey);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (field: string, fits: (key: string) => boolean): void => {
    if (mapping[field] !== undefined) return;
    const column = keys.findIndex((key, at) => key !== '' && !taken.has(at) && fits(key));
    if (column === -1) return;
    mapping[field] = column;
    taken.add(column);
  };
  for (const { key } of fields) take(key, (header) => remembered.get(header) === key);
  for (const field of fields) take(field.key, (header) => namesOf(field).includes(header));
  for (const field of fields)
    take(field.key, (header) => namesOf(field).some((name) => name.length > 1 && header.includes(name)));
  return mapping;
}

function namesOf(field: FieldIn): string[] {
  return [...new Set([field.key, ...Object.values(field.name), ...(field.also ?? [])].map(headerKey))];
}
