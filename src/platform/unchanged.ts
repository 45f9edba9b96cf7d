import { sql } from 'kysely';
import type { Context } from './context.ts';
import type { Tx } from './tx.ts';

type Seen = { where: string; snapshot: string; writes: boolean };

/**
 * Which rows are to be seen now: two looks under the same snapshot find the same, in every table and from every node, save for
 * what the transaction that looks has written itself (`writes`).
 */
async function seenBy(tx: Tx): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select current_database() || ' ' || current_schema() as where, pg_current_snapshot()::text as snapshot,
      pg_current_xact_id_if_assigned() is not null as writes`.execute(tx);
  return rows[0]!;
}

/**
 * Remembers what was read until anything at all is written to this database server: for counts over all that is open, which screens ask
 * for again and again while nothing happens. `read` takes nothing into account but rows: neither the time nor who asks.
 */
export function whileUnchanged<Answer>(read: (context: Pick<Context, 'tx'>) => Promise<Answer>) {
  const known = new Map<string, { snapshot: string; answer: Answer }>();
  return async (context: Pick<Context, 'tx'>): Promise<Answer> => {
    const { where, snapshot, writes } = await seenBy(context.tx);
    if (writes) return read(context);
    const last = known.get(where);
    if (last?.snapshot === snapshot) return last.answer;
    const answer = await read(context);
    known.set(where, { snapshot, answer });
    return answer;
  };
}
