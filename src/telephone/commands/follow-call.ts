import type { Context } from '../../platform/context.ts';
import type { Row } from '../row.ts';
import { CALL_BACK } from '../owed-as.ts';
import { keepCallBacks, oweCallBack, oweWriteUp } from './owe.ts';

/** What follows once it is answered, and once it has ended: each once. */
export async function followCall(context: Context, former: Row | undefined, row: Row): Promise<void> {
  const who = { number: row.number, customerId: row.customer_id };
  if (row.answered_at && !former?.answered_at) await keepCallBacks(context, who, row.answered_at);
  if (!row.ended_at) return;
  if (row.outcome === 'answered') {
    if (row.answered_by_id && row.contact_id === null) await oweWriteUp(context, row, row.answered_by_id, row.ended_at);
  } else if (row.direction === 'in' && row.number !== null && !(await isOwedAlready(context, row)))
    await oweCallBack(context, row, row.ended_at);
}

/** Who called three times in vain is called back once: the oldest of his calls is the one that counts. */
async function isOwedAlready({ tx }: Context, { number }: Row): Promise<boolean> {
  const owed = await tx
    .selectFrom('commitment')
    .innerJoin('phone_call', (join) => join.on((e) => e('commitment.subject_id', '=', e.ref('phone_call.id'))))
    .select('commitment.id')
    .where('commitment.kind', '=', CALL_BACK)
    .where('commitment.settled_at', 'is', null)
    .where('phone_call.number', '=', number)
    .executeTakeFirst();
  return owed !== undefined;
}
