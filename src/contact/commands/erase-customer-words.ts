import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import { without } from '../../platform/erase-words.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';

/** Takes a customer's name and numbers out of what was said with him; that it was said, when, where and to whom stays. */
export async function eraseCustomerFromContacts(
  context: Context,
  customerId: string,
  secrets: readonly string[],
): Promise<void> {
  await sql`
    update contact set caller_name = null, caller_phone = null, need = ${without('need', secrets)}, outcome = ${without('outcome', secrets)}
    where customer_id = ${customerId}`.execute(context.tx);
  await sql`
    update former_outcome set words = ${without('words', secrets)}
    where contact_id in (select id from contact where customer_id = ${customerId})`.execute(context.tx);
  // what was brought in writing and opened nothing goes with what was said
  const { rows: pages } = await sql<{ id: Id<'file'> }>`
    select f.id from file f join contact c on c.id = f.subject_id where c.customer_id = ${customerId}`.execute(
    context.tx,
  );
  await removeFiles(
    context,
    pages.map(({ id }) => id),
  );
}
