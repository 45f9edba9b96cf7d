import type { CommitmentClimb } from '../../commitment/fire.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { writeNotices } from './write-notices.ts';
import type { Written } from './write-notices.ts';

/**
 * What a ladder does when a promised schedule ran out (WORK-04, ESCL-01): a notice to the department that owed it, with
 * clocks of its own. One for each promise, however often the rung is climbed. The engine holds the promises' locks.
 * Answers with what was issued, by promise.
 */
export async function issueLateNotices(
  context: Context,
  climbs: readonly CommitmentClimb[],
): Promise<Map<Id<'commitment'>, Written>> {
  const byId = new Map(climbs.map(({ commitment }) => [commitment.id, commitment]));
  for (const id of await noticedAlready(context, [...byId.keys()])) byId.delete(id);
  const drafts = [...byId.values()].map((row) => ({
    source: 'late' as const,
    departmentId: row.department_id!,
    centreId: row.centre_id,
    findings: '',
    ticketId: row.ticket_id,
    workOrderId: row.subject_type === 'work_order' ? (row.subject_id as Id<'work_order'>) : null,
    commitmentId: row.id,
  }));
  const written = await writeNotices(context, drafts);
  return new Map(written.map((one) => [one.draft.commitmentId!, one]));
}

async function noticedAlready(context: Context, ids: Id<'commitment'>[]): Promise<Id<'commitment'>[]> {
  if (ids.length === 0) return [];
  const rows = await context.tx
    .selectFrom('rectification')
    .select('commitment_id')
    .where('commitment_id', 'in', ids)
    .where('source', '=', 'late')
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map((row) => row.commitment_id!);
}
