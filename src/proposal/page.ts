import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, thingOf, ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { whyNotChange } from '../ticket/ticket.ts';
import { openPass, orNoProposal, proposalFacts, whyNotSpeakFor } from './facts.ts';
import { whyNotAnswer, whyNotPass, whyNotPlan, whyNotRealise } from './proposal.ts';
import type { proposalOut } from './view.ts';

type View = z.input<typeof proposalOut>;

/** What a suggestion goes through beside its ticket: whom it was passed to, what became of it, who carries it out. */
export async function proposalPage(context: Context, ticketId: string): Promise<View> {
  const ticket = await ticketById(context.tx, ticketId);
  await allowToSee(context, ticket);
  await orNoProposal(context, ticket);
  const plans = await plansOf(context, ticket);
  return { passes: await passesOf(context, ticket), plans, can: await proposalCan(context, ticket, plans) };
}

async function passesOf(context: Context, ticket: Ticket): Promise<View['passes']> {
  const names = await personNames(context);
  const all = await departments(context);
  const rows = await context.tx
    .selectFrom('proposal_pass')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('passed_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    department: { id: row.department_id, name: all.get(row.department_id)!.name },
    words: row.words,
    passedBy: named(names, row.passed_by_id),
    passedAt: row.passed_at,
    became: row.became,
    answer: row.answer,
    answeredBy: named(names, row.answered_by_id),
    answeredAt: row.answered_at,
  }));
}

async function plansOf(context: Context, ticket: Ticket): Promise<View['plans']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('proposal_plan')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('planned_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: named(names, row.person_id),
    dueAt: row.due_at,
    words: row.words,
    plannedAt: row.planned_at,
    endedAt: row.ended_at,
    realisedAt: row.realised_at,
    result: row.result,
  }));
}

async function proposalCan(context: Context, ticket: Ticket, plans: View['plans']): Promise<View['can']> {
  const thing = await thingOf(context.tx, ticket);
  const facts = await proposalFacts(context.tx, ticket);
  const handle = can(context.actor, 'ticket.handle', thing);
  const change = handle ?? whyNotChange(ticket);
  const mine = plans.some((plan) => plan.endedAt === null && plan.person.id === context.actor.personId);
  return {
    pass: change ?? whyNotPass(facts),
    answer:
      (await whyNotSpeakFor(context, ticket, await openPass(context.tx, ticket.id))) ??
      whyNotChange(ticket) ??
      whyNotAnswer(facts),
    plan: change ?? whyNotPlan(facts),
    realise: (mine ? null : handle) ?? whyNotChange(ticket) ?? whyNotRealise(facts),
  };
}
