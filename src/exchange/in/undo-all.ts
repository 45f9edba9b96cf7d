import type { Context } from '../../platform/context.ts';
import { keepUndone, moveOn, rowsToUndo } from '../commands/work-on-import.ts';
import { rowsUndone } from './queries.ts';
import type { Undone } from './undo-row.ts';
import { undoRow } from './undo-row.ts';
import type { Work } from './work.ts';

const BATCH = 100;

/** Takes a whole import back, the last row first, a batch a transaction; what cannot be taken back says why and stays. */
export async function undoAll(work: Work): Promise<void> {
  const { one, list, transact } = work;
  let done = await transact(({ tx }) => rowsUndone(tx, one.id));
  const batch = async (context: Context): Promise<'more' | 'all' | 'end'> => {
    if (!(await work.goesOn(context))) return 'end';
    const rows = await rowsToUndo(context.tx, one.id, BATCH);
    if (rows.length === 0) return 'all';
    const versions = new Map<string, number>();
    const undone: Undone[] = [];
    for (const row of rows) {
      // an earlier act of this batch may have moved it on already
      const version = versions.get(`${row.subject_id} ${row.version}`) ?? row.version;
      const answer = await undoRow(context, list, { ...row, version });
      for (const { id, from, to } of answer.moved) carry(versions, id, from, to);
      undone.push(answer);
    }
    await keepUndone(context.tx, one.id, undone);
    await moveOn(
      context.tx,
      one.id,
      undone.flatMap(({ moved }) => moved),
    );
    done += rows.length;
    await work.noteDone(context, done);
    return 'more';
  };
  for (;;) {
    const went = await transact(batch);
    if (went !== 'more') return work.end(went === 'all' ? 'undone' : null);
  }
}

/** From whatever a row of this batch was read with to where its thing stands now. */
function carry(versions: Map<string, number>, id: string, from: number, to: number): void {
  for (const [key, version] of versions) if (key.startsWith(`${id} `) && version === from) versions.set(key, to);
  versions.set(`${id} ${from}`, to);
}
