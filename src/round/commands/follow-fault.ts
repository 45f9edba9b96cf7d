import type { Id } from '../../kernel/id.ts';
import type { Words } from '../../kernel/words.ts';
import { languageOfActor, mayAlso } from '../../organisation/finder.ts';
import { departments } from '../../organisation/house.ts';
import { headOfDepartment, holdersOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { openNewTicket } from '../../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../../ticket/inputs.ts';
import type { Round } from '../facts.ts';
import type { PlanContent, PlanLine } from '../plan.ts';

export type Fault = {
  round: Round;
  content: PlanContent;
  followUpPostId: Id<'post'> | null;
  line: PlanLine;
  note: string;
};

/**
 * A failed line opens its follow-up at once, with a person and a clock (RECP-06); it stays open until it is settled. What
 * is open already from an earlier round is not opened twice: the round is noted on it.
 */
export async function followFault(context: Context, fault: Fault): Promise<{ ticketId: Id<'ticket'>; known: boolean }> {
  const open = await openFollowUp(context, fault);
  const ticketId = open ?? (await openFollowUpTicket(context, fault));
  const { round, line } = fault;
  await record(context, {
    subject: { type: 'ticket', id: ticketId },
    type: 'ticket.found_on_round',
    data: { round: round.id, plan: round.plan_id, line: line.key, again: open !== undefined },
  });
  return { ticketId, known: open !== undefined };
}

async function openFollowUp({ tx }: Context, { round, line }: Fault): Promise<Id<'ticket'> | undefined> {
  const row = await tx
    .selectFrom('round_result')
    .innerJoin('ticket', 'ticket.id', 'round_result.ticket_id')
    .select('ticket.id')
    .where('round_result.plan_id', '=', round.plan_id)
    .where('round_result.line', '=', line.key)
    .where('ticket.stage_class', 'not in', ['resolved', 'closed', 'cancelled'])
    .orderBy('round_result.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function openFollowUpTicket(context: Context, fault: Fault): Promise<Id<'ticket'>> {
  const { line, content, note, followUpPostId } = fault;
  const me = actingPerson(context);
  const language = await languageOfActor(context);
  const said = (words: Words): string => words[language];
  const where = line.area ? `${said(content.name)} · ${said(line.area)}` : said(content.name);
  const department = [...(await departments(context)).values()].find(
    (one) => one.key === line.department && one.centre_id === fault.round.centre_id && one.closed_at === null,
  );
  const [offered] = followUpPostId ? await holdersOf(context, { postId: followUpPostId }) : [];
  const holder = department ? await headOfDepartment(context, department.id) : offered;
  const ticket = await openNewTicket(
    mayAlso(context, 'ticket.open'),
    openTicketInput.parse({
      kind: line.followUp,
      title: `${where}: ${said(line.name)}`.slice(0, 200),
      need: note,
      channel: 'other',
      ...(department ? { departmentId: department.id } : {}),
      ...(holder && holder !== me ? { ownerId: holder } : {}),
    }),
  );
  return ticket.id;
}
