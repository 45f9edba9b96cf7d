import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Words } from '../../kernel/words.ts';
import { languageOfActor, mayAlso } from '../../organisation/finder.ts';
import { departments } from '../../organisation/house.ts';
import { headOfDepartment, holdersOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { passOn } from '../../proposal/commands/pass-on.ts';
import { openNewTicket } from '../../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../../ticket/inputs.ts';
import type { Round, RoundResult } from '../facts.ts';
import type { ReportLine } from '../inputs.ts';
import type { PlanContent, PlanLine } from '../plan.ts';

export type Fault = {
  round: Round;
  content: PlanContent;
  followUpPostId: Id<'post'> | null;
  line: PlanLine;
  said: Pick<ReportLine, 'note' | 'way' | 'measures' | 'reportedToId' | 'answerBy'>;
  /** What stood at the line before in this round. */
  before: RoundResult | null;
};

type Followed = { ticketId: Id<'ticket'> | null; known: boolean };

/**
 * A failed line opens its follow-up at once, with a person and a clock (RECP-06); it stays open until it is settled. What
 * is open already from an earlier round is not opened twice: the round is noted on it. Where the line asks what was done, what was
 * handled on the spot opens nothing, what was reported is offered to whom it was reported to (PTRL-03), and what is suggested goes to
 * the department, which owes an answer (PTRL-01); each finding is one of its own then, and said again in its round it keeps its ticket.
 */
export async function followFault(context: Context, fault: Fault): Promise<Followed> {
  const { round, line, said, before } = fault;
  if (said.way === 'handled') return { ticketId: null, known: false };
  if (before?.ticket_id && saysTheSame(before, said)) return { ticketId: before.ticket_id, known: false };
  const open = said.way === undefined ? await openFollowUp(context, fault) : undefined;
  const ticketId = open ?? (await openFollowUpTicket(context, fault));
  await record(context, {
    subject: { type: 'ticket', id: ticketId },
    type: 'ticket.found_on_round',
    data: { round: round.id, plan: round.plan_id, line: line.key, again: open !== undefined },
  });
  return { ticketId, known: open !== undefined };
}

/** Only its words were corrected: it went the same way to the same person. */
function saysTheSame(before: RoundResult, { way, reportedToId }: Fault['said']): boolean {
  return way !== undefined && before.way === way && before.reported_to_id === (reportedToId ?? null);
}

/** Of the same unit and tenant, where it is walked for each. */
async function openFollowUp({ tx }: Context, { round, line }: Fault): Promise<Id<'ticket'> | undefined> {
  const { rows } = await sql<{ id: Id<'ticket'> }>`
    select t.id from round_result x join ticket t on t.id = x.ticket_id join round r on r.id = x.round_id
    where x.plan_id = ${round.plan_id} and x.line = ${line.key} and x.ticket_id is not null
      and r.place_id is not distinct from ${round.place_id}::uuid
      and r.customer_id is not distinct from ${round.customer_id}::uuid
      and t.stage_class not in ('resolved', 'closed', 'cancelled')
    order by x.at desc limit 1`.execute(tx);
  return rows[0]?.id;
}

async function openFollowUpTicket(context: Context, fault: Fault): Promise<Id<'ticket'>> {
  const { line, content, round, said } = fault;
  const me = actingPerson(context);
  const language = await languageOfActor(context);
  const words = (one: Words): string => one[language];
  const where = line.area ? `${words(content.name)} · ${words(line.area)}` : words(content.name);
  const department = [...(await departments(context)).values()].find(
    (one) => one.key === line.department && one.centre_id === round.centre_id && one.closed_at === null,
  );
  const holder = await offeredTo(context, fault, department?.id);
  const isSuggestion = said.way === 'suggested';
  const ticket = await openNewTicket(
    mayAlso(context, 'ticket.open'),
    openTicketInput.parse({
      kind: line.followUp,
      title: `${where}: ${words(line.name)}`.slice(0, 200),
      need: said.note,
      channel: 'other',
      ...(department ? { departmentId: department.id } : {}),
      ...(holder && holder !== me ? { ownerId: holder } : {}),
      ...(round.place_id ? { placeId: round.place_id } : {}),
      ...(round.customer_id ? { customerId: round.customer_id } : {}),
      ...(isSuggestion ? { fields: { suggestion: said.measures } } : {}),
    }),
  );
  if (isSuggestion && department)
    await passOn(mayAlso(context, 'ticket.handle'), ticket.id, {
      departmentId: department.id,
      words: said.note,
      answerBy: said.answerBy,
    });
  return ticket.id;
}

/** Whose it is to settle; a suggestion stays with whoever made it, who hears the answer. */
async function offeredTo(
  context: Context,
  { said, followUpPostId }: Fault,
  departmentId: Id<'department'> | undefined,
): Promise<Id<'person'> | null | undefined> {
  if (said.way === 'suggested') return null;
  if (said.reportedToId) return said.reportedToId;
  if (departmentId) return headOfDepartment(context, departmentId);
  return followUpPostId ? (await holdersOf(context, { postId: followUpPostId }))[0] : null;
}
