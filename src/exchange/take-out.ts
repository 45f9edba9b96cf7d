import { SECOND } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { zoneOf } from '../report/days.ts';
import type { Context } from '../platform/context.ts';
import type { Edge } from '../platform/http/edge.ts';
import type { Download } from '../platform/http/route.ts';
import type { Cell, SheetColumn } from '../platform/sheets/cell.ts';
import { csvOf } from '../platform/sheets/csv.ts';
import { xlsxOf } from '../platform/sheets/xlsx.ts';
import { languageOfActor } from '../organisation/finder.ts';
import type { TakingOut } from './commands/take-out.ts';
import { beginTakingOut, endTakingOut, noteTakenOut } from './commands/take-out.ts';
import type { Column, ListOut } from './list-out.ts';
import type { Say } from './say.ts';
import { sayIn } from './say.ts';

/** Rows read in one transaction: a page of the list's own, so that scope and masks are the screen's. */
const BATCH = 200;

/** How often it is noted how far it has come. */
const NOTED_EVERY = 1 * SECOND;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A list as a file, read while it is sent: each page in a transaction of its own, the next when the one before has gone, so that
 * a million rows cost no memory and hold no lock. Whoever breaks off has taken what had gone by then, and that is recorded.
 */
export async function takeOut(edge: Edge, list: ListOut, asked: TakingOut): Promise<Download> {
  const { say, columns } = await edge.transact(async (context) => {
    orForbid(can(context.actor, list.admits, { people: [context.actor.personId] }));
    await beginTakingOut(context, list, asked);
    return {
      say: sayIn(await languageOfActor(context), await zoneOf(context)),
      columns: await columnsOf(context, list, asked),
    };
  });
  const name = list.name[say.language];
  const heads = columns.map((column) => headOf(column, say));
  const batches = batchesOf(edge, list, asked, { say, columns });
  const chunks = asked.format === 'csv' ? csvOf(heads, batches) : xlsxOf(name, heads, batches);
  const day = edge.now.slice(0, 10);
  return {
    name: `${name} ${day}.${asked.format}`,
    type: TYPES[asked.format],
    size: null,
    inline: false,
    chunks,
  };
}

function headOf({ name, width, time }: Column<unknown>, say: Say): SheetColumn {
  return { header: name[say.language], width: width ?? (time === 'moment' ? 17 : 14), time };
}

type Page = Awaited<ReturnType<ListOut['read']>>;

type Written = { say: Say; columns: readonly Column<unknown>[] };

/** The columns of the list, and what it is narrowed by brings along. */
async function columnsOf(context: Context, list: ListOut, asked: TakingOut): Promise<Written['columns']> {
  const more = list.more as ((context: Context, query: unknown) => Promise<Written['columns']>) | undefined;
  const query: unknown = list.query.parse({ ...asked.query, ...paging(list, null) });
  return [...(list.columns as Written['columns']), ...((await more?.(context, query)) ?? [])];
}

async function* batchesOf(
  edge: Edge,
  list: ListOut,
  asked: TakingOut,
  { say, columns }: Written,
): AsyncGenerator<Cell[][]> {
  const read = list.read as (context: Context, query: unknown) => ReturnType<ListOut['read']>;
  let rows = 0;
  let after: string | null = null;
  let noted = performance.now();
  let state: 'done' | 'stopped' = 'stopped';
  try {
    do {
      const query: unknown = list.query.parse({ ...asked.query, ...paging(list, after) });
      const page: Page = await edge.read((context) => read(context, query));
      yield page.items.map((item: unknown) => columns.map((column) => column.value(item, say)));
      rows += page.items.length;
      after = page.next;
      if (performance.now() - noted > NOTED_EVERY) {
        noted = performance.now();
        const soFar = rows;
        await edge.transact((context) => noteTakenOut(context, asked.id, soFar));
      }
    } while (after !== null);
    state = 'done';
  } finally {
    await edge.transact((context) => endTakingOut(context, asked.id, { rows, state }));
  }
}

/** A list that is given whole knows no pages. */
function paging(list: ListOut, after: string | null): Record<string, unknown> {
  const shape = (list.query as { shape?: Record<string, unknown> }).shape ?? {};
  return 'after' in shape ? { limit: BATCH, ...(after === null ? {} : { after }) } : {};
}
