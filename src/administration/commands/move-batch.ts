import type { Id } from '../../kernel/id.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { moveToVersion } from '../../ticket/commands/move-to-version.ts';
import { MOVE_KIND } from './apply-kind.ts';

/** Tickets of one transaction: a few hundred milliseconds, so that nobody who works on one of them waits longer. */
const BATCH = 50;

/**
 * Takes the next open tickets over and asks for the next batch; with none left, the move has ended. Whoever began it stands in the
 * journal of each. Stopped meanwhile, it does nothing.
 */
export async function moveBatch(context: Context, id: Id<'kind_move'>): Promise<void> {
  const move = await context.tx.selectFrom('kind_move').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!move || move.ended_at !== null) return;
  const next = { key: move.kind, version: move.version, kind: await kindOf(context, move.kind, move.version) };
  const tickets = await context.tx
    .selectFrom('ticket')
    .selectAll()
    .where('kind', '=', move.kind)
    .where('kind_version', '<', move.version)
    .where('closed_at', 'is', null)
    .where('id', '>', (move.after_id ?? '00000000-0000-0000-0000-000000000000') as Id<'ticket'>)
    .orderBy('id')
    .limit(BATCH)
    .forNoKeyUpdate()
    .execute();
  const by: Context = { ...context, actor: { ...context.actor, personId: move.by_id } };
  let moved = move.moved;
  for (const ticket of tickets)
    if (await moveToVersion(by, ticket, { next, stages: move.stages as Record<string, string> })) moved += 1;
  const isOver = tickets.length < BATCH;
  await context.tx
    .updateTable('kind_move')
    .set({ moved, after_id: tickets.at(-1)?.id ?? move.after_id, ended_at: isOver ? context.now : null })
    .where('id', '=', id)
    .execute();
  const { id: organisation } = context.organisation;
  context.signals.changed.set(organisation, 'organisation');
  if (!isOver) return afterwards(context, MOVE_KIND, id, { moveId: id }, context.now);
  await record(by, {
    subject: { type: 'organisation', id: organisation },
    type: 'kind.move_ended',
    data: { kind: move.kind, version: move.version, moved },
  });
}
