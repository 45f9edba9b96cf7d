import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';
import type { ListImportState } from '../table.ts';

/** What may be done with a file that came in, by how far it has come. */

const WORKING: ReadonlySet<ListImportState> = new Set(['previewing', 'running', 'undoing']);

type Standing = { state: ListImportState; forgotten: boolean };

function whyNot({ state, forgotten }: Standing, among: readonly ListImportState[]): Refusal | null {
  if (WORKING.has(state)) return refusal('import.at_work');
  if (forgotten) return refusal('import.forgotten');
  return among.includes(state) ? null : refusal('import.not_now', { state });
}

export function whyNotPreview(standing: Standing): Refusal | null {
  return whyNot(standing, ['ready', 'previewed']);
}

/** Only what has been looked at; what was stopped goes on. */
export function whyNotRun(standing: Standing): Refusal | null {
  return whyNot(standing, ['previewed', 'stopped']);
}

export function whyNotUndo(standing: Standing): Refusal | null {
  return whyNot(standing, ['done', 'stopped']);
}

export function whyNotStop({ state }: Standing): Refusal | null {
  return WORKING.has(state) ? null : refusal('import.not_at_work');
}

/** Which of its fields a mapping leaves out that a row cannot do without. */
export function missingFields(
  fields: readonly { key: string; required?: true }[],
  mapping: Readonly<Record<string, number>>,
): string[] {
  return fields.filter(({ key, required }) => required && mapping[key] === undefined).map(({ key }) => key);
}
