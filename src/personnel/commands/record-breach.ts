import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotDecide, whyNotState } from '../breach.ts';
import { orInFuture } from '../facts.ts';
import type { RecordBreach } from '../inputs.ts';
import { DISCIPLINES_BY, RECORDS_BY } from '../may.ts';
import { centreOfMember, orMayNot, whyNotReach } from '../reach.ts';
import { rulesOf } from '../rules.ts';

/** A breach of discipline, as whoever stands over him or keeps the files records it (PERF-06). The same id again records nothing twice. */
export async function recordBreach(
  context: Context,
  personId: Id<'person'>,
  input: RecordBreach,
): Promise<Id<'staff_breach'>> {
  const { tx, now } = context;
  const staff = await orMayNot(context, RECORDS_BY, personId);
  const id = input.id ?? newId<'staff_breach'>(now);
  if (await tx.selectFrom('staff_breach').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = centreOfMember(staff, context, personId);
  await orInFuture(context, centreId, input.day);
  const by = actingPerson(context);
  const { day, rule, facts, statement } = input;
  const stated = statement === undefined ? null : { statement, stated_at: now, stated_by_id: by };
  await tx
    .insertInto('staff_breach')
    .values({ id, person_id: personId, centre_id: centreId, day, rule, facts, by_id: by, at: now, ...stated })
    .execute();
  const data = { personId, stated: stated !== null };
  await record(context, { subject: { type: 'staff_breach', id }, type: 'staff_breach.recorded', data });
  return id;
}

/** What the person says to it: himself, or as whoever records it took it down. */
export async function stateBreach(
  context: Context,
  id: Id<'staff_breach'>,
  { statement }: { statement: string },
): Promise<void> {
  const row = await lockBreach(context, id);
  const me = actingPerson(context);
  if (row.person_id !== me && whyNotReach(await readStaff(context), context.actor, RECORDS_BY, row.person_id))
    throw new NotFound('staff_breach.unknown');
  orRefuse(whyNotState(row));
  await context.tx
    .updateTable('staff_breach')
    .set({ statement, stated_at: context.now, stated_by_id: me })
    .where('id', '=', id)
    .execute();
  const data = { personId: row.person_id, by: row.by_id };
  await record(context, { subject: { type: 'staff_breach', id }, type: 'staff_breach.stated', data });
}

/** What follows, by whoever may propose or decide where he stands; after he was heard, and never by himself. */
export async function decideBreach(
  context: Context,
  id: Id<'staff_breach'>,
  { sanction, remark }: { sanction: string; remark: string },
): Promise<void> {
  const row = await lockBreach(context, id);
  const staff = await readStaff(context);
  if (row.person_id !== context.actor.personId) {
    if (whyNotReach(staff, context.actor, [...DISCIPLINES_BY, ...RECORDS_BY], row.person_id))
      throw new NotFound('staff_breach.unknown');
  }
  orForbid(whyNotReach(staff, context.actor, DISCIPLINES_BY, row.person_id));
  orRefuse(whyNotDecide(row));
  const { personnel } = await rulesOf(context);
  if (!personnel.sanctions.some(({ key }) => key === sanction))
    throw new Invalid('staff_breach.sanction_unknown', { path: 'sanction' });
  await context.tx
    .updateTable('staff_breach')
    .set({ sanction, remark, decided_by_id: actingPerson(context), decided_at: context.now })
    .where('id', '=', id)
    .execute();
  const data = { personId: row.person_id };
  await record(context, { subject: { type: 'staff_breach', id }, type: 'staff_breach.decided', data });
}

async function lockBreach({ tx }: Context, id: Id<'staff_breach'>) {
  const row = await tx.selectFrom('staff_breach').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('staff_breach.unknown');
  return row;
}
