import type { z } from 'zod';
import type { myWorkOut } from '../../../src/report/my-work-shapes.ts';
import { addressOf } from '../../frame/addresses.ts';
import type { Heading } from '../../ui/list/model.ts';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

/** `GET /api/work/mine` */
export type MyWorkAnswer = z.output<typeof myWorkOut>;
type Group = MyWorkAnswer['groups'][number];
export type WorkRow = Group['items'][number] & { group: Group['key']; inGroup: number };
export type TicketRow = WorkRow & { about: 'ticket' };
type ThingRow = WorkRow & { about: 'thing' };

/** The groups as one run of rows, in the server's order. */
export function rowsOf(answer: MyWorkAnswer | undefined): WorkRow[] {
  return (answer?.groups ?? []).flatMap(({ key, items }) =>
    items.map((item) => ({ ...item, group: key, inGroup: items.length })),
  );
}

export const rowId = (row: WorkRow): string => row.id;

export const isTicket = (row: WorkRow): row is TicketRow => row.about === 'ticket';

export function headingOf(row: WorkRow): Heading {
  return { key: row.group, label: t(`my_work.${row.group}`), count: { n: row.inGroup, more: false } };
}

/** What it is called: as somebody wrote it, else by its plan, department or post, and of which day; what is owed stands beside. */
export function titleOf(row: WorkRow): string {
  return row.title ?? thingWords(row as ThingRow);
}

function thingWords({ clock, name, begins }: ThingRow): string {
  return [said(name ?? clock.name), begins && absoluteDay(begins)].filter(Boolean).join(' · ');
}

/** Where it is done: what waits for me to accept, on the order itself. */
export function placeOf(row: WorkRow): string | null {
  if (!isTicket(row)) return addressOf(row.subject.type, row.subject.id);
  return row.workOrderId ? addressOf('work_order', row.workOrderId) : addressOf('ticket', row.id);
}
