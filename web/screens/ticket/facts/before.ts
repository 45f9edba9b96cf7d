import { urgencyWords } from '../../../matter/words.ts';
import { said } from '../../../words/words.ts';
import type { Entry, Reader } from './entry.ts';
import { departmentOf, textOf } from './entry.ts';

/** What stood there before a change: facts by their names, words as they were; nothing where nothing stood. */
export function stoodBefore({ data, words }: Pick<Entry, 'data' | 'words'>, reader: Reader): string[] {
  const former = (data['former'] ?? {}) as Record<string, unknown>;
  const severity = reader.desk.severities.find((one) => one.key === former['severity']);
  return [
    former['urgency'] ? urgencyWords(textOf(former['urgency'])) : '',
    severity ? said(severity.name) : '',
    departmentOf(former['department_id'], reader),
    ...fieldsBefore(former['fields'], reader),
    words ?? '',
  ].filter(Boolean);
}

function fieldsBefore(fields: unknown, { ticket }: Reader): string[] {
  return Object.entries((fields ?? {}) as Record<string, unknown>).map(([key, value]) => {
    const choice = ticket.fields.find((one) => one.key === key)?.choices.find((one) => one.key === value);
    return choice ? said(choice.name) : textOf(value);
  });
}
