import { sql } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { dropRecordings } from './forget-old-recordings.ts';
import { CALL_BACK } from '../owed-as.ts';

type Gone = Parameters<typeof dropRecordings>[1][number];

/**
 * From which number he called goes, with where his voice is kept and to which number he was handed on; that there was a call, when, on
 * which line and who took it stays. Nobody calls him back. To be called while his numbers still stand.
 */
export async function eraseCustomerFromCalls(context: Context, customerId: Id<'customer'>): Promise<void> {
  const { rows } = await sql<Gone>`
    update phone_call set number = null, notes = null, customer_id = ${customerId}
    where customer_id = ${customerId}
      or number in (select p.digits from customer_phone p where p.customer_id = ${customerId}
        and not exists (select from customer_phone o where o.digits = p.digits and o.customer_id <> p.customer_id))
    returning id, system_id, recording, recording_id`.execute(context.tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await dropRecordings(
    context,
    rows.filter(({ recording }) => recording !== null),
  );
  await sql`update phone_transfer set to_number = '' where to_number is not null and call_id = any(${ids}::uuid[])`.execute(
    context.tx,
  );
  for (const id of ids)
    await cancelCommitments(context, { subjectId: id, kinds: [CALL_BACK], reason: 'customer_erased' });
}
