import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import type { MatterRow } from '../facts.ts';
import { lockBody } from '../facts.ts';
import type { OpenMatter } from '../inputs.ts';
import { logDealingOf } from './log-dealing.ts';
import { oweStep } from './owe.ts';

/**
 * Something is to be dealt with with a body outside, for a customer's matter or the house's own: who is in charge, and the next step by a day
 * (EXTR-01, -02, -04, -08). The same id again opens nothing twice.
 */
export async function openMatter(
  context: Context,
  bodyId: Id<'liaison_body'>,
  input: OpenMatter,
): Promise<Id<'liaison_matter'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'liaison_matter'>(now);
  if (await tx.selectFrom('liaison_matter').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const body = await lockBody(context, bodyId);
  orForbid(can(context.actor, 'liaison.log', { centreId: body.centre_id }));
  if (body.ended_at !== null) throw new Refused('liaison.body_ended');
  const personId = input.personId ?? body.person_id;
  await orNotHere(tx, [personId], 'personId');
  if (input.ticketId) await allowToSee(context, await ticketById(tx, input.ticketId));
  const matter: MatterRow = {
    id,
    body_id: bodyId,
    subject: input.subject,
    person_id: personId,
    ticket_id: input.ticketId ?? null,
    opened_at: now,
    by_id: actingPerson(context),
    next_step: input.next.step,
    next_by: input.next.by,
    closed_at: null,
    closed_by_id: null,
    outcome: null,
    lesson: null,
  };
  await tx.insertInto('liaison_matter').values(matter).execute();
  await oweStep(context, id, { personId, centreId: body.centre_id, by: input.next.by });
  await record(context, {
    subject: { type: 'liaison_matter', id },
    type: 'liaison_matter.opened',
    ticketId: matter.ticket_id,
    data: { body: bodyId, matter: id, to: personId, by: input.next.by },
  });
  if (input.dealing) await logDealingOf(context, { matter, body }, input.dealing);
  return id;
}
