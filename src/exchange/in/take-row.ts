import { sql } from 'kysely';
import type { Params } from '../../kernel/refusal.ts';
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { isPassing } from '../../platform/passing-fault.ts';
import { versionOf } from '../../platform/journal.ts';
import type { ListImportRowTable, Wrong } from '../table.ts';
import type { Reading } from './cells.ts';
import { cellsOf, RowRefusedError } from './cells.ts';
import type { ListIn, Moved } from './list-in.ts';

export type Row = { line: number; cells: string[] };

/** What came of a row, as it is kept beside it. */
export type Outcome = {
  line: number;
  result: NonNullable<ListImportRowTable['result']>;
  why: Wrong[] | null;
  former: Record<string, string> | null;
  subject: string | null;
  version: number | null;
  before: unknown;
  /** Things it changed, itself included where it was there before: rows before it stand on the new version. */
  moved: readonly Moved[];
};

/** Undoes what `work` wrote where it is refused, and answers why; throws what will pass by itself. */
export async function unlessRefused<Result>(
  context: Context,
  list: ListIn,
  work: () => Promise<Result>,
): Promise<{ done: Result } | { why: Wrong[] }> {
  await sql`savepoint one_row`.execute(context.tx);
  try {
    const done = await work();
    await sql`release savepoint one_row`.execute(context.tx);
    return { done };
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint one_row; release savepoint one_row`.execute(context.tx);
    return { why: whyOf(error, list) };
  }
}

/** Takes one row, or nothing of it. */
export async function takeRow(context: Context, list: ListIn, row: Row, reading: Reading): Promise<Outcome> {
  const answer = await unlessRefused(context, list, async () => {
    const taken = await list.take(context, cellsOf(reading, row.cells));
    return { taken, version: await versionOf(context.tx, taken.id) };
  });
  const nothing = { former: null, subject: null, version: null, before: null, moved: [] };
  if ('why' in answer) return { ...nothing, line: row.line, result: 'refused', why: answer.why };
  const { taken, version } = answer.done;
  const { result, id: subject, former = null, before = null, versionBefore = 0, moved = [] } = taken;
  const itself =
    result === 'changed' && version > versionBefore ? [{ id: subject, from: versionBefore, to: version }] : [];
  return { line: row.line, result, why: null, former, subject, version, before, moved: [...itself, ...moved] };
}

/** What lists are called in the commands' own inputs, as fields of a file. */
const FIELD_OF: Readonly<Record<string, string>> = {
  phones: 'phone',
  emails: 'email',
  places: 'place',
  members: 'memberOf',
  parentId: 'parent',
  fromAt: 'openedAt',
};

/** SQLSTATEs that mean: it does not go together with what is there. */
const UNFIT: Readonly<Record<string, string>> = {
  '23505': 'already_there',
  '23503': 'import.something_followed',
  '23514': 'against_a_rule',
  '22P02': 'text.unstorable',
  '22P05': 'text.unstorable',
  '22021': 'text.unstorable',
  '22003': 'number.out_of_range',
};

type Failure = { code: string; params: Params };

function isFailure(error: unknown): error is Failure {
  return [Refused, Stale, Invalid, NotFound, Forbidden].some((type) => error instanceof type);
}

/** Why a row is refused, in codes that have words; a fault of ours is said as one, and stops nobody. */
function whyOf(error: unknown, list: ListIn): Wrong[] {
  if (error instanceof RowRefusedError) return [...error.wrong];
  if (isFailure(error)) {
    const { path, ...params } = error.params;
    const named = typeof path === 'string' ? path.split('.')[0]! : '';
    const field = FIELD_OF[named] ?? named;
    const known = list.fields.some(({ key }) => key === field);
    return [{ field: known ? field : null, code: error.code, params }];
  }
  const state = (error as { code?: unknown }).code;
  const code = typeof state === 'string' ? UNFIT[state] : undefined;
  return [{ field: null, code: code ?? 'import.row_faulty', params: {} }];
}
