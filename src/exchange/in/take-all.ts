import type { Context } from '../../platform/context.ts';
import { keepOutcomes, nextRows } from '../commands/work-on-import.ts';
import { rowsLookedAt } from './queries.ts';
import { readingOf } from './reading-of.ts';
import { takeRows } from './take-rows.ts';
import type { Work } from './work.ts';

const BATCH = 100;

/** Takes the rows of a file, a batch a transaction, each row, or each set of them, in a savepoint: what is taken and that it was taken commit together. */
export async function takeAll(work: Work): Promise<void> {
  const { one, list, transact } = work;
  await transact(async (context) => list.prepare?.(context));
  let done = await transact(({ tx }) => rowsLookedAt(tx, one.id));
  let line = 0;
  const batch = async (context: Context): Promise<'more' | 'all' | 'end'> => {
    if (!(await work.goesOn(context))) return 'end';
    const rows = await nextRows(context.tx, one.id, line, BATCH, true);
    if (rows.length === 0) return 'all';
    const reading = await readingOf(context, one.mapping, false);
    const outcomes = await takeRows(context, list, rows, reading);
    await keepOutcomes(context.tx, one.id, outcomes, false);
    done += rows.length;
    line = rows.at(-1)!.line;
    await work.noteDone(context, done);
    return 'more';
  };
  for (;;) {
    const went = await transact(batch);
    if (went !== 'more') return work.end(went === 'all' ? 'done' : null);
  }
}
