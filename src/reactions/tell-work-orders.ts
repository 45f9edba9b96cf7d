import type { Id } from '../kernel/id.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import { headOfDepartment } from '../organisation/queries.ts';
import type { Context, Event, Reaction } from '../platform/context.ts';
import type { Saying } from './tell.ts';
import { tellOf } from './tell.ts';

type Order = { no: number; person_id: Id<'person'> | null; department_id: Id<'department'>; owner_id: Id<'person'> };

async function orderOf(context: Context, event: Event): Promise<Order> {
  return context.tx
    .selectFrom('work_order')
    .innerJoin('ticket', 'ticket.id', 'work_order.ticket_id')
    .select(['work_order.no', 'work_order.person_id', 'work_order.department_id', 'ticket.owner_id'])
    .where('work_order.id', '=', event.subject.id as Id<'work_order'>)
    .executeTakeFirstOrThrow();
}

type WorkOrderMessage = Extract<Saying['type'], `work_order.${string}`>;

function saying(context: Context, { no }: Pick<Order, 'no'>, type: WorkOrderMessage): Saying {
  return { type, params: { by: context.actor.personId, no } };
}

/** Whom a work order names, as it is issued or as somebody else is sent; null: nobody yet. */
export function sentBy({ data }: Event): Id<'person'> | null {
  const { to, person } = data as { to?: Id<'person'> | null; person?: Id<'person'> | null };
  return to ?? person ?? null;
}

type Issued = { no: number; department: Id<'department'>; person: Id<'person'> | null };

/** The worker sent, or else the head of the department that is to send somebody (COMP-11). */
export const tellIssued: Reaction = async (context, event) => {
  const { no, department, person } = event.data as Issued;
  if (person) return tellOf(context, event, [person], saying(context, { no }, 'work_order.assigned'));
  const head = await headOfDepartment(context, department);
  await tellOf(context, event, [head], saying(context, { no }, 'work_order.issued'));
};

/** Somebody else is sent: he hears of it, and who was sent before need not go. What moved on leave is told in one message. */
export const tellAssigned: Reaction = async (context, event) => {
  const { from, why } = event.data as { from: Id<'person'> | null; why?: string };
  const order = await orderOf(context, event);
  const told = await recallNotifications(context, { subjectId: event.subject.id, types: ['work_order.assigned'] });
  if (why === 'leave') return;
  await tellOf(
    context,
    event,
    told.filter((person) => person === from),
    saying(context, order, 'work_order.cancelled'),
  );
  await tellOf(context, event, [order.person_id], saying(context, order, 'work_order.assigned'));
};

/** What the one accountable for the ticket must hear: refused, nobody opened, done. */
function tellOwner(type: WorkOrderMessage): Reaction {
  return async (context, event) => {
    const order = await orderOf(context, event);
    await tellOf(context, event, [order.owner_id], saying(context, order, type));
  };
}

export const tellRefusedWork = tellOwner('work_order.refused');
export const tellNoAccess = tellOwner('work_order.no_access');
export const tellDone = tellOwner('work_order.done');

/** The head or manager who is to know what was found on the spot (WORK-11). */
export const tellInformed: Reaction = async (context, event) => {
  const { person } = event.data as { person: Id<'person'> };
  const order = await orderOf(context, event);
  await tellOf(context, event, [person], saying(context, order, 'work_order.informed'));
};

/** Taken back before it was delivered, the order was never heard of; else whoever heard of it is told. */
export const takeOrderBack: Reaction = async (context, event) => {
  const order = await orderOf(context, event);
  const types = ['work_order.issued', 'work_order.assigned'] as const;
  const told = await recallNotifications(context, { subjectId: event.subject.id, types });
  await tellOf(context, event, told, saying(context, order, 'work_order.cancelled'));
};
