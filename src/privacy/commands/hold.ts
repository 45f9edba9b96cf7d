import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNotHold } from '../may.ts';

export type NewHold = {
  id: Id<'legal_hold'>;
  subject: { type: 'customer' | 'ticket'; id: string };
  why: string;
  until: Instant | null;
};

/** Holds back a customer or a ticket: nothing of it is erased, by age or by hand, until it is lifted or its day has come. */
export async function putOnHold(context: Context, { id, subject, why, until }: NewHold): Promise<void> {
  orNotHold(context);
  const { tx, now } = context;
  if (until !== null && until <= now) throw new Invalid('hold.until_in_past', { path: 'until' });
  const known = await tx
    .selectFrom(subject.type)
    .select('id')
    .where('id', '=', subject.id as never)
    .executeTakeFirst();
  if (!known) throw new NotFound(subject.type === 'customer' ? 'customer.unknown' : 'ticket.unknown');
  const row = { subject_type: subject.type, subject_id: subject.id, why, by_id: actingPerson(context), at: now, until };
  const put = await tx
    .insertInto('legal_hold')
    .values({ id, ...row, lifted_at: null, lifted_by_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(put.numInsertedOrUpdatedRows) > 0)
    await record(context, { subject, type: `${subject.type}.held`, data: { holdId: id, until } });
}

/** Lifts it; what it held back goes with the next run, which looks through everything again. */
export async function liftHold(context: Context, id: Id<'legal_hold'>): Promise<void> {
  orNotHold(context);
  const { tx, now } = context;
  const lifted = await tx
    .updateTable('legal_hold')
    .set({ lifted_at: now, lifted_by_id: actingPerson(context) })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['subject_type', 'subject_id'])
    .executeTakeFirst();
  if (!lifted) throw new NotFound('hold.unknown');
  await tx.updateTable('retention_rule').set({ done_until: null }).execute();
  const subject = { type: lifted.subject_type, id: lifted.subject_id };
  await record(context, { subject, type: `${lifted.subject_type}.hold_lifted`, data: { holdId: id } });
}
