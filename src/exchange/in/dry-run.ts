import { keepOutcomes, nextRows } from '../commands/work-on-import.ts';
import { noSignals } from '../../platform/context.ts';
import { readingOf } from './reading-of.ts';
import { takeRows } from './take-rows.ts';
import type { Work } from './work.ts';

const BATCH = 200;

/**
 * Shows what would come of a file: all its rows are taken in one transaction, so that later ones meet the earlier, and it is rolled
 * back. What came of each is noted outside of it, a batch at a time.
 */
export async function dryRun(work: Work): Promise<void> {
  const { one, list, transact } = work;
  await transact(async (context) => list.prepare?.(context));
  let finished = false;
  await work.rolledBack(async (context) => {
    const reading = await readingOf(context, one.mapping, true);
    let done = 0;
    for (let line = 0; ;) {
      if (!(await transact((outside) => work.goesOn(outside)))) return;
      const rows = await nextRows(context.tx, one.id, line, BATCH, false);
      if (rows.length === 0) break;
      const outcomes = await takeRows({ ...context, signals: noSignals() }, list, rows, reading);
      done += rows.length;
      await transact(async (outside) => {
        await keepOutcomes(outside.tx, one.id, outcomes, true);
        await work.noteDone(outside, done);
      });
      line = rows.at(-1)!.line;
    }
    finished = true;
  });
  await work.end(finished ? 'previewed' : null);
}
