import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotLiability } from '../evidence.ts';
import { allow, lockTicket } from '../facts.ts';
import type { askRulingInput, giveRulingInput } from '../inputs.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotAsked, whyNotChange, whyNotRule } from '../ticket.ts';
import { awaitRulings } from './open-rulings.ts';

type Question = z.output<typeof askRulingInput>;

/** Asks the leader in charge to decide (ESCL-01, COMP-03): what is asked, and what speaks for either side (PRIN-05). */
export async function askRuling(context: Context, id: string, input: Question): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  orRefuse(whyNotChange(ticket));
  if (input.customerInterest || input.firmInterest) orRefuse(await whyNotLiability(context, ticket, ticket.fields));
  if (input.commitmentId) await orNotOfThis(context, ticket, input.commitmentId);
  await openRuling(context, ticket, input);
}

/** A ruling is asked about this ticket's own promises. */
async function orNotOfThis(context: Context, ticket: Ticket, commitmentId: Id<'commitment'>): Promise<void> {
  const found = await context.tx
    .selectFrom('commitment')
    .select('id')
    .where('id', '=', commitmentId)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!found) throw new NotFound('commitment.unknown');
}

/** Puts the question. What a ladder's rung asks for, when a promise ran out, stands in open-rulings.ts. */
async function openRuling(context: Context, ticket: Ticket, input: Question): Promise<void> {
  const id = newId<'ruling'>(context.now);
  await context.tx
    .insertInto('ruling')
    .values({
      id,
      ticket_id: ticket.id,
      commitment_id: input.commitmentId ?? null,
      asked_by_id: context.actor.personId,
      asked_at: context.now,
      asked_of: input.askedOf,
      question: input.question,
      customer_interest: input.customerInterest ?? null,
      firm_interest: input.firmInterest ?? null,
    })
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.ruling_asked',
    data: { ruling: id, of: input.askedOf, commitment: input.commitmentId ?? null },
  });
  await awaitRulings(context, [
    {
      ticketId: ticket.id,
      askedOf: input.askedOf,
      centreId: ticket.centre_id,
      departmentId: ticket.department_id,
    },
  ]);
}

/** The named level decides. Of a complaint the decision says what weighed for the customer and what for the firm (PRIN-05). */
export async function giveRuling(context: Context, id: string, input: z.output<typeof giveRulingInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.decide', ticket);
  const ruling = await askedRuling(context, ticket, input.rulingId);
  orRefuse(await whyNotLiability(context, ticket, ticket.fields));
  const weighed = {
    customer_interest: input.customerInterest ?? ruling.customer_interest,
    firm_interest: input.firmInterest ?? ruling.firm_interest,
  };
  const { type } = await kindOf(context, ticket.kind, ticket.kind_version);
  if (type === 'complaint' && !weighed.customer_interest)
    throw new Invalid('ruling.interests_missing', { path: 'customerInterest' });
  if (type === 'complaint' && !weighed.firm_interest)
    throw new Invalid('ruling.interests_missing', { path: 'firmInterest' });
  await context.tx
    .updateTable('ruling')
    .set({
      decision: input.decision,
      decided_by_id: actingPerson(context),
      decided_at: context.now,
      ...weighed,
    })
    .where('id', '=', ruling.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.ruled',
    data: { ruling: ruling.id },
  });
  const open = await context.tx
    .selectFrom('ruling')
    .select('id')
    .where('ticket_id', '=', ticket.id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!open) await keepCommitments(context, { subjectId: ticket.id, kinds: ['ruling'], happenedAt: context.now });
}

/** The open question, where it was asked of somebody whom the actor is, or stands above. */
async function askedRuling(context: Context, ticket: Ticket, rulingId: Id<'ruling'>) {
  const ruling = await context.tx
    .selectFrom('ruling')
    .selectAll()
    .where('id', '=', rulingId)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!ruling) throw new NotFound('ruling.unknown');
  orRefuse(whyNotRule(ruling));
  const roles = context.actor.posts.map((post) => post.role);
  orForbid(whyNotAsked(ruling.asked_of, roles));
  return ruling;
}
