import type { Context } from '../../platform/context.ts';
import { Refused } from '../../kernel/refusal.ts';
import { versionOf } from '../../platform/journal.ts';
import type { Wrong } from '../table.ts';
import type { ListIn, Moved } from './list-in.ts';
import { unlessRefused } from './take-row.ts';

export type TakenRow = {
  line: number;
  result: 'new' | 'changed';
  subject_id: string;
  version: number;
  before: unknown;
};

/** What came of taking a row back. */
export type Undone = { line: number; undone: 'undone' | 'kept'; why: Wrong[] | null; moved: readonly Moved[] };

/** Takes one row back, unless its subject has been changed since, or something hangs on it. */
export async function undoRow(context: Context, list: ListIn, row: TakenRow): Promise<Undone> {
  const { line, result, subject_id: id, before } = row;
  const answer = await unlessRefused(context, list, async () => {
    if ((await versionOf(context.tx, id)) !== row.version) throw new Refused('import.changed_since');
    const moved = await list.takeBack(context, { id, result, before });
    return [{ id, from: row.version, to: await versionOf(context.tx, id) }, ...moved];
  });
  if ('why' in answer) return { line, undone: 'kept', why: answer.why, moved: [] };
  return { line, undone: 'undone', why: null, moved: answer.done };
}
