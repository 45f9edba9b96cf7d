import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { changeKind } from '../../pack/commands/change-kind.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { whyNotMove } from '../effect-on-open.ts';
import type { ApplyKind } from '../inputs.ts';
import { standingTickets } from '../../pack/standing.ts';

/** The job that takes open tickets over to a new version, a batch at a time. */
export const MOVE_KIND = 'kind.move';

/**
 * A new version of a kind, with who and why; where `openTickets` says move, what is open is taken over to it by a job that can be
 * stopped. Refuses what `changeKind` refuses, and to move while a stage in use has nothing to stand for it (`kind.stage_unmapped`).
 */
export async function applyKind(
  context: Context,
  { openTickets, stages, ...change }: ApplyKind,
): Promise<{ version: number; moveId: Id<'kind_move'> | null }> {
  const version = await changeKind(context, change);
  if (openTickets === 'keep') return { version, moveId: null };
  const [wrong] = await whyNotMove(context, { kind: change.kind, stages });
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const moveId = await beginMove(context, { kind: change.kind.key, version, stages });
  return { version, moveId };
}

async function beginMove(
  context: Context,
  { kind, version, stages }: { kind: string; version: number; stages: Record<string, string> },
): Promise<Id<'kind_move'>> {
  const by = actingPerson(context);
  await context.tx
    .updateTable('kind_move')
    .set({ ended_at: context.now, stopped_by_id: by })
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .execute();
  const standing = await standingTickets(context, kind);
  const total = standing.reduce((sum, { open }) => sum + open, 0);
  const id = newId<'kind_move'>(context.now);
  const row = { id, kind, version, stages: json(stages), total, by_id: by, begun_at: context.now };
  await context.tx.insertInto('kind_move').values(row).execute();
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'kind.move_begun',
    data: { kind, version, stages, total },
  });
  await afterwards(context, MOVE_KIND, id, { moveId: id }, context.now);
  return id;
}

/** Stops taking open tickets over; those that were stay on the new version, the others on theirs. */
export async function stopMove(context: Context, id: Id<'kind_move'>): Promise<void> {
  orForbid(can(context.actor, 'limit.edit', {}));
  const { rows } = await sql<{ kind: string; version: number; moved: number; ended: boolean }>`
    select kind, version, moved, ended_at is not null as ended from kind_move where id = ${id} for no key update`.execute(
    context.tx,
  );
  const move = rows[0];
  if (!move) throw new NotFound('kind.move_unknown');
  orRefuse(move.ended ? refusal('kind.move_ended') : null);
  await context.tx
    .updateTable('kind_move')
    .set({ ended_at: context.now, stopped_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'kind.move_stopped',
    data: { kind: move.kind, version: move.version, moved: move.moved },
  });
}
