import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../commitment/commands/start-commitments.ts';
import type { Id } from '../kernel/id.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { whoIsTold } from '../organisation/queries.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context, Event, Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { tellOf } from './tell.ts';

type Urging = { urging: string; to: Id<'person'>; workOrder: string | null; onBehalfOf: string };

/** Urging reaches somebody, who owes an answer; the second time his superior hears of it too. */
export const tellUrged: Reaction = async (context, event) => {
  const { urging, to, onBehalfOf } = event.data as Urging;
  const ticket = await ticketById(context.tx, event.subject.id);
  const time = await timesUrged(context, event);
  const params = { by: context.actor.personId, onBehalfOf, urging, time };
  await tellOf(context, event, [to], { type: 'ticket.urged', params });
  await oweAnswer(context, ticket, to);
  if (time < 2) return;
  const above = await whoIsTold(context, { to: 'supervisor', ownerId: to, centreId: ticket.centre_id });
  await tellOf(context, event, above, { type: 'ticket.urged_again', params: { ...params, to } });
};

/** How often now, about the same work order, or about the ticket itself. */
async function timesUrged(context: Context, event: Event): Promise<number> {
  const { workOrder } = event.data as Urging;
  const row = await context.tx
    .selectFrom('urging')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('ticket_id', '=', event.subject.id as Id<'ticket'>)
    .where('work_order_id', workOrder === null ? 'is' : '=', workOrder as Id<'work_order'>)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function oweAnswer(context: Context, ticket: Ticket, ownerId: Id<'person'>): Promise<void> {
  const owed = await context.tx
    .selectFrom('commitment')
    .select('id')
    .where('subject_id', '=', ticket.id)
    .where('kind', '=', 'answer_urging')
    .where('owner_id', '=', ownerId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (owed) return;
  const { limits } = await settingsOf(context);
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  await startCommitments(context, [
    {
      kind: 'answer_urging',
      subject: { type: 'ticket', id: ticket.id },
      ticketId: ticket.id,
      ownerId,
      ...where,
      calendarId: await calendarFor(context.tx, limits.answerUrging.calendar, where),
      limit: limits.answerUrging,
      startedAt: context.now,
    },
  ]);
}

/** Whoever was urged has answered: by saying so, or by doing what was urged. */
export const keepUrgingAnswered: Reaction = async (context, event) => {
  const ownerId = context.actor.personId;
  if (ownerId === null || event.ticketId === null) return;
  await keepCommitments(context, {
    subjectId: event.ticketId,
    kinds: ['answer_urging'],
    ownerId,
    happenedAt: event.happenedAt,
  });
};
