import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { departmentHere } from '../../organisation/here.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { changeTicket } from '../../ticket/commands/change-ticket.ts';
import { oweOn } from '../../ticket/commands/owe-on-ticket.ts';
import { allow, allowToSee, lockTicket } from '../../ticket/facts.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import { openPass, orNoProposal, proposalFacts, whyNotSpeakFor } from '../facts.ts';
import type { departmentAnswerInput, passInput } from '../inputs.ts';
import { DEPARTMENT_ANSWER, whyNotAnswer, whyNotPass } from '../proposal.ts';

/** A suggestion goes to the department it concerns, whose head owes an answer within the limit (CONS-08), or by a day that is named (PTRL-01). */
export async function passOn(context: Context, ticketId: string, input: z.output<typeof passInput>): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.handle', ticket);
  await orNoProposal(context, ticket);
  if (input.id && (await isPassed(context, ticket.id, input.id))) return;
  orRefuse(whyNotChange(ticket) ?? whyNotPass(await proposalFacts(context.tx, ticket)));
  await departmentHere(context.tx, input.departmentId, ticket.centre_id);
  const where = { centreId: ticket.centre_id, departmentId: input.departmentId };
  const [head = null] = await whoIsTold(context, { ...where, to: 'department_head' });
  const { limits } = await settingsOf(context);
  if (input.answerBy && input.answerBy <= context.now) throw new Invalid('promise.in_past', { path: 'answerBy' });
  const limit = input.answerBy ?? limits.answerSuggestion ?? limits.replyNotice;
  const id = input.id ?? newId<'proposal_pass'>(context.now);
  await context.tx
    .insertInto('proposal_pass')
    .values({
      id,
      ticket_id: ticket.id,
      department_id: input.departmentId,
      words: input.words,
      passed_by_id: actingPerson(context),
      passed_at: context.now,
    })
    .execute();
  await oweOn(context, ticket, { kind: DEPARTMENT_ANSWER, ownerId: head, departmentId: input.departmentId, limit });
  if (ticket.department_id !== input.departmentId)
    await changeTicket(context, ticket.id, { departmentId: input.departmentId });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.proposal_passed',
    data: { pass: id, department: input.departmentId, head },
  });
}

async function isPassed({ tx }: Context, ticketId: Id<'ticket'>, id: Id<'proposal_pass'>): Promise<boolean> {
  const row = tx.selectFrom('proposal_pass').select('id').where('id', '=', id).where('ticket_id', '=', ticketId);
  return (await row.executeTakeFirst()) !== undefined;
}

/** The department says, itself, what becomes of it, and why; it stands in the ticket's own field, too. */
export async function answerForDepartment(
  context: Context,
  ticketId: string,
  input: z.output<typeof departmentAnswerInput>,
): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await orNoProposal(context, ticket);
  await allowToSee(context, ticket);
  const pass = await openPass(context.tx, ticket.id);
  orForbid(await whyNotSpeakFor(context, ticket, pass));
  orRefuse(whyNotChange(ticket) ?? whyNotAnswer(await proposalFacts(context.tx, ticket)));
  await context.tx
    .updateTable('proposal_pass')
    .set({
      became: input.became,
      answer: input.answer,
      answered_by_id: actingPerson(context),
      answered_at: context.now,
    })
    .where('id', '=', pass!.id)
    .execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [DEPARTMENT_ANSWER] });
  await changeTicket(context, ticket.id, { fields: { became: input.became, reason: input.answer } });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.proposal_answered',
    data: { pass: pass!.id, became: input.became },
  });
}
