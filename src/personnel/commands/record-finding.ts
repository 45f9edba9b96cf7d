import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orInFuture } from '../facts.ts';
import type { RecordFinding } from '../inputs.ts';
import { RECORDS_BY } from '../may.ts';
import { centreOfMember, orMayNot, whyNotReach } from '../reach.ts';
import { rulesOf } from '../rules.ts';

/** What supervision or an inspection found of somebody, with its day and source (PERF-02). The same id again records nothing twice. */
export async function recordFinding(
  context: Context,
  personId: Id<'person'>,
  input: RecordFinding,
): Promise<Id<'staff_finding'>> {
  const staff = await orMayNot(context, RECORDS_BY, personId);
  const id = input.id ?? newId<'staff_finding'>(context.now);
  if (await context.tx.selectFrom('staff_finding').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const { personnel } = await rulesOf(context);
  if (!personnel.sources.some(({ key }) => key === input.source))
    throw new Invalid('staff_finding.source_unknown', { path: 'source' });
  const centreId = centreOfMember(staff, context, personId);
  await orInFuture(context, centreId, input.day);
  const { day, source, bearing, text } = input;
  await context.tx
    .insertInto('staff_finding')
    .values({
      id,
      person_id: personId,
      centre_id: centreId,
      day,
      source,
      bearing,
      text,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  const data = { personId };
  await record(context, { subject: { type: 'staff_finding', id }, type: 'staff_finding.recorded', data });
  return id;
}

/** Recorded in error: it stays, marked as withdrawn, with who and why. */
export async function withdrawFinding(
  context: Context,
  id: Id<'staff_finding'>,
  { reason }: { reason: string },
): Promise<void> {
  const row = await context.tx
    .selectFrom('staff_finding')
    .select(['person_id', 'withdrawn_at'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row || whyNotReach(await readStaff(context), context.actor, RECORDS_BY, row.person_id))
    throw new NotFound('staff_finding.unknown');
  if (row.withdrawn_at !== null) throw new Refused('staff_finding.withdrawn');
  await context.tx
    .updateTable('staff_finding')
    .set({ withdrawn_at: context.now, withdrawn_by_id: actingPerson(context), withdrawn_because: reason })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'staff_finding', id }, type: 'staff_finding.withdrawn' });
}
