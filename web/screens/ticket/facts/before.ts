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
    ...fieldsBefore(former['fields'], reader, textOf(data['from'])),
    words ?? '',
  ].filter(Boolean);
}

/** By the names of the kind it was then, where the event says so; else of the kind it is, or of any that knows them. */
function fieldsBefore(fields: unknown, { ticket, desk }: Reader, kind: string): string[] {
  const was = desk.items.filter((one) => one.key === kind);
  const known = [...was, ticket, ...desk.items].flatMap((one) => one.fields);
  return Object.entries((fields ?? {}) as Record<string, unknown>).map(([key, value]) => {
    const choices = known.filter((one) => one.key === key).flatMap((one) => one.choices);
    const choice = choices.find((one) => one.key === value);
    return choice ? said(choice.name) : textOf(value);
  });
}
