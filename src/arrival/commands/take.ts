import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotTake } from '../arrival.ts';
import type { Arrival } from '../facts.ts';
import { lockArrival } from '../facts.ts';

/** Somebody sees to him: he waits no longer. Whom another has called already is not called again. */
export async function takeArrival(context: Context, id: Id<'arrival'>): Promise<void> {
  const one = await lockArrival(context, id);
  orRefuse(whyNotTake(one));
  await receive(context, one);
}

/** From now on he is with whoever does this. */
export async function receive(context: Context, { id }: Pick<Arrival, 'id'>): Promise<void> {
  const me = actingPerson(context);
  await context.tx
    .updateTable('arrival')
    .set({ taken_at: context.now, taken_by_id: me })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, { subject: { type: 'arrival', id }, type: 'arrival.taken', data: { by: me } });
}
