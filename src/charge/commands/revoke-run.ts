import { sql } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED, whyNotRevoke } from '../charge.ts';
import { endWhatIsPaid } from './after-settling.ts';

type Charged = { id: Id<'charge'>; amount: number; settled: boolean };

/** A whole run is taken back as long as nothing of it was paid or waived: each charge stands with what reverses it, and the period is free again. */
export async function revokeRun(context: Context, id: Id<'charge_run'>, { reason }: { reason: string }): Promise<void> {
  const { tx, now } = context;
  const run = await tx.selectFrom('charge_run').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!run) throw new NotFound('charge.run_unknown');
  orForbid(can(context.actor, 'charge.bill', { centreId: run.centre_id }));
  // whoever pays has locked his customer before
  await sql`select id from customer where id in (select customer_id from charge where run_id = ${id}) order by id for no key update`.execute(
    tx,
  );
  const { rows } = await sql<Charged>`
    select c.id, c.amount, exists (select from charge_settlement x where x.charge_id = c.id) as settled
    from charge c where c.run_id = ${id}`.execute(tx);
  orRefuse(whyNotRevoke(run, rows.filter((row) => row.settled).length));
  const by = actingPerson(context);
  await tx
    .updateTable('charge_run')
    .set({ revoked_at: now, revoked_by_id: by, revoked_because: reason })
    .where('id', '=', id)
    .execute();
  const back = rows.map((row) => ({ id: newId<'charge_settlement'>(now), charge: row.id, amount: row.amount }));
  await sql`
    insert into charge_settlement (id, charge_id, sort, amount, reason, by_id, at)
    select x.id, x.charge, 'reversal', x.amount, ${reason}, ${by}, ${now}::timestamptz
    from jsonb_to_recordset(${json(back)}::jsonb) as x(id uuid, charge uuid, amount int)`.execute(tx);
  await sql`delete from charge_claim where charge_id in (select id from charge where run_id = ${id})`.execute(tx);
  await sql`update charge_notice set state = 'dropped', at = ${now}::timestamptz
    where run_id = ${id} and state in ('waiting', 'to_print')`.execute(tx);
  await cancelCommitments(context, { subjectId: id, kinds: [OWED.due, OWED.tell], reason: 'revoked' });
  const followed = await sql<{ customer_id: Id<'customer'> }>`select customer_id from dunning where closed_at is null
    and centre_id = ${run.centre_id} and customer_id in (select customer_id from charge where run_id = ${id})`.execute(
    tx,
  );
  for (const { customer_id: customerId } of followed.rows)
    await endWhatIsPaid(context, { centreId: run.centre_id, customerId }, []);
  const data = { item: run.item_key, begins: run.begins, charges: rows.length };
  await record(context, { subject: { type: 'charge_run', id }, type: 'charge.run_revoked', data });
}
