import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { centreOfDepartment } from '../facts.ts';

/** A finding that a file brought in and that nobody has touched since is taken out again; one with a notice the database keeps. */
export async function takeBackFinding(context: Context, id: Id<'finding'>): Promise<void> {
  const { tx, actor } = context;
  const found = await tx
    .selectFrom('finding')
    .select('department_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('finding.unknown');
  const departments = [found.department_id];
  const centreId = await centreOfDepartment(tx, found.department_id);
  orForbid(can(actor, 'rectification.issue', { people: [actor.personId], departments, centreId }));
  await tx.deleteFrom('finding').where('id', '=', id).execute();
  await record(context, { subject: { type: 'finding', id }, type: 'finding.taken_back' });
}
