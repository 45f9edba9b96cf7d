import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { without } from '../../platform/erase-words.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';

/** Takes a customer's name, numbers and signature off the work done for him; the work itself stays. */
export async function eraseCustomerFromWork(
  context: Context,
  ticketIds: readonly Id<'ticket'>[],
  secrets: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  const { tx } = context;
  const signed = await tx
    .selectFrom('work_order')
    .select('signature_id')
    .where('ticket_id', 'in', ticketIds)
    .where('signature_id', 'is not', null)
    .execute();
  await sql`
    update work_order set signed_by = null, signature_id = null, task = ${without('task', secrets)},
      findings = ${without('findings', secrets)}, measures = ${without('measures', secrets)},
      ended_reason = ${without('ended_reason', secrets)}
    where ticket_id = any(${ticketIds}::uuid[])`.execute(tx);
  await sql`
    update appointment set note = ${without('note', secrets)}
    where work_order_id in (select id from work_order where ticket_id = any(${ticketIds}::uuid[]))`.execute(tx);
  await removeFiles(
    context,
    signed.map((order) => order.signature_id!),
  );
}
