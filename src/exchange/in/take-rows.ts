import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Reading } from './cells.ts';
import { cellsOf } from './cells.ts';
import type { ListIn, Plain } from './list-in.ts';
import type { Outcome, Row } from './take-row.ts';
import { takeRow, unlessRefused } from './take-row.ts';

/**
 * Takes rows in the file's order. Those that add somebody whom nothing resembles go in sets: a statement a table, where a row by
 * itself costs some twenty (3,000 customers took 27 s so, and take 0.8 s in sets). A set that is refused is taken row by row, so that
 * each says why.
 */
export async function takeRows(
  context: Context,
  list: ListIn,
  rows: readonly Row[],
  reading: Reading,
): Promise<Outcome[]> {
  const plain =
    (await list.plain?.(
      context,
      rows.map(({ cells }) => cellsOf(reading, cells)),
    )) ?? [];
  const outcomes: Outcome[] = [];
  let set: { row: Row; plain: Plain }[] = [];
  const flush = async () => {
    outcomes.push(...(await takeSet(context, list, set, reading)));
    set = [];
  };
  for (const [at, row] of rows.entries()) {
    const one = plain[at];
    if (one) set.push({ row, plain: one });
    else {
      await flush();
      outcomes.push(await takeRow(context, list, row, reading));
    }
  }
  await flush();
  return outcomes;
}

async function takeSet(
  context: Context,
  list: ListIn,
  set: readonly { row: Row; plain: Plain }[],
  reading: Reading,
): Promise<Outcome[]> {
  if (set.length === 0) return [];
  const answer = await unlessRefused(context, list, async () => {
    const ids = await list.addAll!(
      context,
      set.map((one) => one.plain),
    );
    return { ids, versions: await versionsOf(context, ids) };
  });
  if ('why' in answer) {
    const outcomes: Outcome[] = [];
    for (const { row } of set) outcomes.push(await takeRow(context, list, row, reading));
    return outcomes;
  }
  const { ids, versions } = answer.done;
  return set.map(({ row: { line } }, at) => ({
    line,
    result: 'new',
    why: null,
    former: null,
    subject: ids[at]!,
    version: versions.get(ids[at]!) ?? 0,
    before: null,
    moved: [],
  }));
}

async function versionsOf({ tx }: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select subject_id as id, max(seq)::int as version from event
    where subject_id = any(${ids}::uuid[]) group by subject_id`.execute(tx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
