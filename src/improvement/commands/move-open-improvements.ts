import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** Somebody is absent or leaves: what he answers for, checks or is to carry out goes to the successor; the clocks move along. */
export async function moveOpenImprovements(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const { tx } = context;
  const open = tx
    .selectFrom('improvement')
    .select('id')
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null);
  const moved = new Set<Id<'improvement'>>();
  for (const column of ['addressee_id', 'check_by_id'] as const) {
    const rows = await tx
      .updateTable('improvement')
      .set({ [column]: to })
      .where(column, '=', from)
      .where('id', 'in', open)
      .returning('id')
      .execute();
    for (const { id } of rows) moved.add(id);
  }
  const measures = await tx
    .updateTable('improvement_measure')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .where('done_at', 'is', null)
    .where('improvement_id', 'in', open)
    .returning('improvement_id')
    .execute();
  for (const { improvement_id: id } of measures) moved.add(id);
  await record(
    context,
    ...[...moved].map((id) => ({
      subject: { type: 'improvement' as const, id },
      type: 'improvement.moved',
      data: { from, to },
    })),
  );
}
