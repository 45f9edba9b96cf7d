import type { z } from 'zod';
import type { myWorkOut } from '../../../src/report/my-work.ts';
import type { Heading } from '../../ui/list/model.ts';
import { t } from '../../words/words.ts';

/** `GET /api/work/mine` */
export type MyWorkAnswer = z.output<typeof myWorkOut>;
type Group = MyWorkAnswer['groups'][number];
export type WorkRow = Group['items'][number] & { group: Group['key']; inGroup: number };

/** The groups as one run of rows, in the server's order. */
export function rowsOf(answer: MyWorkAnswer | undefined): WorkRow[] {
  return (answer?.groups ?? []).flatMap(({ key, items }) =>
    items.map((item) => ({ ...item, group: key, inGroup: items.length })),
  );
}

export const rowId = (row: WorkRow): string => row.id;

export function headingOf(row: WorkRow): Heading {
  return { key: row.group, label: t(`my_work.${row.group}`), count: { n: row.inGroup, more: false } };
}
