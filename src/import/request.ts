import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { Temporal } from '../kernel/temporal.ts';
import type { Instant } from '../kernel/time.ts';
import { instant } from '../kernel/time.ts';
import type { Mapping } from './mapping.ts';

/** One line of a file, as it will be replayed. */
export type Request = {
  line: number;
  importedFrom: string;
  openedAt: Instant;
  targetAt: Instant | null;
  closedAt: Instant | null;
  title: string;
  department: string | null;
  closedWith: string;
  channel: string;
  fields: Record<string, string>;
};

export type Refused = { line: number; why: Refusal };

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/;

/** A local time of the mapping's zone; in the hour that clocks repeat, the first of the two. Null where it is no time. */
export function readTime(text: string, mapping: Pick<Mapping, 'zone' | 'timeFormat'>): Instant | null {
  try {
    if (mapping.timeFormat === 'iso') return instant(text);
    if (!LOCAL.test(text)) return null;
    const local = Temporal.PlainDateTime.from(text.replace(' ', 'T'));
    return instant(local.toZonedDateTime(mapping.zone, { disambiguation: 'earlier' }).toInstant().toString());
  } catch {
    return null;
  }
}

type Times = Pick<Request, 'openedAt' | 'targetAt' | 'closedAt'>;

function timesOf(row: Record<string, string>, mapping: Mapping): Times | Refusal {
  const { columns } = mapping;
  const times: Record<string, Instant | null> = {};
  for (const name of ['openedAt', 'targetAt', 'closedAt'] as const) {
    const column = columns[name];
    const text = column === undefined ? '' : (row[column] ?? '').trim();
    const read = text === '' ? null : readTime(text, mapping);
    if (text !== '' && read === null) return refusal('import.time_unreadable', { column: column!, text });
    times[name] = read;
  }
  const { openedAt = null, targetAt = null, closedAt = null } = times;
  if (openedAt === null) return refusal('import.opened_missing', { column: columns.openedAt });
  if (closedAt !== null && closedAt < openedAt)
    return refusal('import.closed_before_opened', { opened: openedAt, closed: closedAt });
  return { openedAt, targetAt, closedAt };
}

/** Reads a line, or says why it cannot be taken. Nothing is guessed: an unreadable time refuses its line. */
export function readRequest(row: Record<string, string>, line: number, mapping: Mapping): Request | Refused {
  const { columns } = mapping;
  const id = (row[columns.id] ?? '').trim();
  if (id === '') return { line, why: refusal('import.id_missing', { column: columns.id }) };
  const title = (row[columns.title] ?? '').trim().slice(0, 200);
  if (title === '') return { line, why: refusal('import.title_missing', { column: columns.title }) };
  const times = timesOf(row, mapping);
  if ('code' in times) return { line, why: times };
  const value = (name: string | undefined): string => (name === undefined ? '' : (row[name] ?? '').trim());
  const fields = Object.fromEntries(
    Object.entries(columns.fields)
      .map(([key, column]) => [key, value(column).slice(0, 200)] as const)
      .filter(([, text]) => text !== ''),
  );
  const address = value(columns.address);
  return {
    line,
    importedFrom: `${mapping.source}:${id}`,
    ...times,
    title,
    department: value(columns.department) || null,
    closedWith: value(columns.closedWith),
    channel: mapping.channels[value(columns.channel)] ?? 'other',
    fields: address === '' ? fields : { ...fields, address: address.slice(0, 200) },
  };
}

export function isRefused(read: Request | Refused): read is Refused {
  return 'why' in read;
}
