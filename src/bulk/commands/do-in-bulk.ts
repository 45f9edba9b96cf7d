import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../kernel/refusal.ts';
import { usableMacro } from '../../macro/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import type { Undo } from '../bulk.ts';
import { whyNotUndo } from '../bulk.ts';
import type { bulkInput, undoInput } from '../inputs.ts';
import { actOn, takeBack } from './on-one.ts';

export type Result = { ticketId: Id<'ticket'>; why: Refusal | null; undoable: boolean };

/**
 * One act on many tickets, each for itself: what a rule refuses on one is said of that one, and the others are done. Under the same
 * id it is done once on each, so that a lost answer, or a turn sent again, does nothing twice.
 */
export async function doInBulk(context: Context, input: z.output<typeof bulkInput>): Promise<Result[]> {
  const { tx } = context;
  await requireNamed(context, input.what);
  const results: Result[] = [];
  // in the order of their ids, so that two bulk acts never wait for each other
  for (const ticketId of [...new Set(input.ticketIds)].toSorted()) {
    const before = await earlier(context, input.id, ticketId);
    if (before) {
      results.push(before);
      continue;
    }
    const { why, undo } = await tryOne(context, () => actOn(context, ticketId, input.what));
    await tx
      .insertInto('bulk_act')
      .values({
        bulk_id: input.id,
        ticket_id: ticketId,
        act: input.what.act,
        by_id: actingPerson(context),
        at: context.now,
        refused: why && json(why),
        undo: undo && json(undo),
      })
      .execute();
    results.push({ ticketId, why, undoable: undo !== null });
  }
  return results;
}

/** Who or what the act names must be there: that is wrong with the whole, and with no single ticket. */
async function requireNamed(context: Context, what: z.output<typeof bulkInput>['what']): Promise<void> {
  if (what.act === 'macro') await usableMacro(context, what);
  const personId = what.act === 'offer' ? what.toId : what.act === 'watch' ? what.personId : undefined;
  if (personId === undefined) return;
  const person = await context.tx.selectFrom('person').select('left_at').where('id', '=', personId).executeTakeFirst();
  if (!person || person.left_at !== null) throw new Invalid('person.not_here', { path: 'what' });
}

/** Takes back what can be taken back, and says of each other why it stands. */
export async function undoBulk(
  context: Context,
  bulkId: Id<'bulk'>,
  { ticketIds }: z.output<typeof undoInput>,
): Promise<Result[]> {
  const rows = await context.tx
    .selectFrom('bulk_act')
    .selectAll()
    .where('bulk_id', '=', bulkId)
    .where('by_id', '=', actingPerson(context))
    .where('ticket_id', 'in', ticketIds)
    .orderBy('ticket_id')
    .forNoKeyUpdate()
    .execute();
  if (rows.length === 0) throw new NotFound('bulk.unknown');
  const results: Result[] = [];
  for (const row of rows) {
    const stands = whyNotUndo(row);
    const why =
      stands ?? (await tryOne(context, () => takeBack(context, row.ticket_id, row.undo!).then(() => null))).why;
    if (why === null)
      await context.tx
        .updateTable('bulk_act')
        .set({ undone_at: context.now })
        .where('bulk_id', '=', bulkId)
        .where('ticket_id', '=', row.ticket_id)
        .execute();
    results.push({ ticketId: row.ticket_id, why, undoable: false });
  }
  return results;
}

async function earlier(context: Context, bulkId: Id<'bulk'>, ticketId: Id<'ticket'>): Promise<Result | null> {
  const row = await context.tx
    .selectFrom('bulk_act')
    .select(['by_id', 'refused', 'undo'])
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  if (!row) return null;
  if (row.by_id !== context.actor.personId) throw new Forbidden('bulk.not_yours');
  return { ticketId, why: row.refused, undoable: row.undo !== null };
}

/** Done, or refused and nothing of it stands. */
async function tryOne(
  context: Context,
  act: () => Promise<Undo | null>,
): Promise<{ why: Refusal | null; undo: Undo | null }> {
  await sql`savepoint one_of_many`.execute(context.tx);
  try {
    const undo = await act();
    await sql`release savepoint one_of_many`.execute(context.tx);
    return { why: null, undo };
  } catch (fault) {
    const said = [Refused, Forbidden, Invalid, NotFound, Stale].some((kind) => fault instanceof kind);
    if (!said) throw fault;
    await sql`rollback to savepoint one_of_many`.execute(context.tx);
    const { code, params } = fault as Refused;
    return { why: { code, params }, undo: null };
  }
}
