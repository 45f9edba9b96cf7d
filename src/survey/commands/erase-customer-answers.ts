import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import { keepRecovered } from './collect.ts';

/** What he wrote in own words goes, and his link; what he scored stays counted, by nobody. What he still has does not come back.
 * After the books, which count where his name stands. */
export async function eraseCustomerFromSurveys(context: Context, id: Id<'customer'>): Promise<void> {
  const { tx } = context;
  await sql`update survey_answer a set text = ${ERASED} from survey_receiver x
    where x.id = a.receiver_id and x.customer_id = ${id} and a.text is not null`.execute(tx);
  await tx
    .updateTable('survey_receiver')
    .set({ link_hash: null, remark: null })
    .where('customer_id', '=', id)
    .execute();
  const out = await tx
    .updateTable('survey_receiver')
    .set({ state: 'not_returned' })
    .where('customer_id', '=', id)
    .where('state', '=', 'handed_out')
    .returning('issue_id')
    .execute();
  await keepRecovered(
    context,
    out.flatMap(({ issue_id }) => issue_id ?? []),
  );
}
