import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { Called } from '../inputs.ts';
import { OWED_AS, whyNotCalled } from '../outreach.ts';

/** He was called, or nobody answered: a touch in the history of contacts, with what came of it. By whoever was to call, or whoever sends. */
export async function recordCall(context: Context, id: Id<'outreach_contact'>, input: Called): Promise<void> {
  const { tx } = context;
  const one = await tx
    .selectFrom('outreach_contact as x')
    .innerJoin('outreach as o', 'o.id', 'x.outreach_id')
    .select(['x.id', 'x.state', 'x.at', 'x.customer_id', 'o.id as outreachId', 'o.name', 'o.centre_id', 'o.caller_id'])
    .where('x.id', '=', id)
    .forNoKeyUpdate('x')
    .executeTakeFirst();
  if (!one) throw new NotFound('outreach.contact_unknown');
  const by = actingPerson(context);
  if (one.caller_id !== by) orForbid(can(context.actor, 'outreach.send', { centreId: one.centre_id }));
  orRefuse(whyNotCalled(one));
  const at = happened(context, input.happenedAt, one.at!);
  const contactId = await recordContact(
    context,
    contactInput.parse({
      direction: 'out',
      channel: 'phone',
      purpose: 'follow_up',
      customerId: one.customer_id,
      need: one.name,
      outcome: input.outcome,
      happenedAt: at,
    }),
  );
  const state = input.reached ? 'called' : 'not_reached';
  await tx
    .updateTable('outreach_contact')
    .set({ state, at, by_id: by, contact_id: contactId })
    .where('id', '=', one.id)
    .execute();
  await keepCommitments(context, { subjectId: one.id, kinds: [OWED_AS], happenedAt: at });
  await record(context, {
    subject: { type: 'outreach', id: one.outreachId },
    type: 'outreach.called',
    happenedAt: at,
    data: { contact: contactId, reached: input.reached },
  });
}
