import type { Can, ClockView } from '../../contract.ts';
import type { Heading } from '../../ui/list/model.ts';
import { t } from '../../words/words.ts';

export type GroupKey = 'late' | 'due_soon' | 'today' | 'later' | 'waiting_acceptance';

export type WorkItem = {
  ticketId: string;
  number: string;
  title: string;
  kind: { key: string; name: string };
  stage: { key: string; name: string; class: string };
  customer: string | null;
  place: string | null;
  ownerName: string;
  clock: ClockView | null;
  can: Can;
};

/** `GET /api/work/mine` */
export type MyWorkAnswer = { groups: { key: GroupKey; items: WorkItem[] }[] };

export type WorkRow = WorkItem & { group: GroupKey; inGroup: number };

/** The groups as one run of rows, in the server's order, worst first. */
export function rowsOf(answer: MyWorkAnswer | undefined): WorkRow[] {
  return (answer?.groups ?? []).flatMap(({ key, items }) =>
    items.map((item) => ({ ...item, group: key, inGroup: items.length })),
  );
}

export const rowId = (row: WorkRow): string => row.ticketId;

export function headingOf(row: WorkRow): Heading {
  return { key: row.group, label: t(`my_work.${row.group}`), count: { n: row.inGroup, more: false } };
}
