import { Invalid } from '../kernel/refusal.ts';
import { isAsked } from '../pack/asked.ts';
import type { Fields } from '../pack/fields.ts';
import { carryOver, editFields, whyNotFields } from '../pack/fields.ts';
import type { Kind } from '../pack/format.ts';

/** Where fields wait that the ticket's present kind does not know: reclassified back, they are there again. */
const FORMER = '_former';

function orInvalid(kind: Kind, given: unknown, moment: 'open' | 'edit'): void {
  const why = whyNotFields(kind, given, moment);
  if (why) throw new Invalid(why.code, { path: `fields.${why.params?.field ?? ''}`, ...why.params });
}

/** The fields of a new ticket: unknown keys are refused, and what opening needs may not be missing. */
export function openingFields(kind: Kind, given: Record<string, unknown>): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ''));
  orInvalid(kind, filled, 'open');
  return filled;
}

/**
 * The fields after an edit; null empties one. What is asked only where another field says so is emptied as that one turns, and
 * refused where it is given all the same.
 */
export function editedFields(
  kind: Kind,
  before: Record<string, unknown>,
  edit: Record<string, unknown>,
): Record<string, unknown> {
  const wanted = Object.fromEntries(Object.entries(edit).map(([key, value]) => [key, value === '' ? null : value]));
  orInvalid(kind, wanted, 'edit');
  const known = new Set(kind.fields.map((field) => field.key));
  const { [FORMER]: former, ...own } = before;
  const after = editFields(own as Fields, wanted);
  const beside = Object.keys(after).filter((key) => known.has(key) && !isAsked(kind.fields, key, after));
  const given = beside.find((key) => (wanted[key] ?? null) !== null);
  if (given !== undefined) throw new Invalid('field.not_asked', { path: `fields.${given}`, field: given });
  for (const key of beside) delete after[key];
  return { ...after, ...(former ? { [FORMER]: former } : {}) };
}

/** The fields under another kind: what has the same name and fits goes along, the rest waits aside and is not lost. */
export function carriedFields(to: Kind, before: Record<string, unknown>): Record<string, unknown> {
  const { [FORMER]: former, ...own } = before;
  const { carried, left } = carryOver(to, { ...(former as Fields | undefined), ...(own as Fields) });
  return { ...carried, ...(Object.keys(left).length > 0 ? { [FORMER]: left } : {}) };
}
