import { t } from '../../words/words.ts';

/** What is said at a field that must not be left empty; null where something stands there. */
export function needed(value: unknown): string | null {
  const empty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  return empty ? t('ticket.needed') : null;
}
