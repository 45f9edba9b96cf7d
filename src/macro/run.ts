import type { Refusal } from '../kernel/refusal.ts';
import { MINUTE, plus } from '../kernel/time.ts';
import type { Context, Event } from '../platform/context.ts';
import { personNames } from '../organisation/house.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Facts, Step } from './macro.ts';
import { filledIn } from './macro.ts';

/** What the gaps of a macro are filled with on this ticket. */
export async function factsOf(context: Context, ticket: Ticket): Promise<Facts> {
  const { tx } = context;
  const customer = ticket.customer_id
    ? await tx.selectFrom('customer').select('name').where('id', '=', ticket.customer_id).executeTakeFirst()
    : undefined;
  const place = ticket.place_id
    ? await tx.selectFrom('place').select('code').where('id', '=', ticket.place_id).executeTakeFirst()
    : undefined;
  const names = await personNames(context);
  return {
    customer: customer?.name ?? ticket.caller_name ?? '',
    number: String(ticket.number),
    title: ticket.title,
    place: place?.code ?? '',
    owner: names.get(ticket.owner_id) ?? '',
    me: context.actor.name,
  };
}

/** The step as it is done on this ticket: its gaps filled, its moments said. */
export function onTicket(step: Step, facts: Facts): Step {
  const fill = (text: string): string => filledIn(text, facts);
  if (step.do === 'note' || step.do === 'answer') return { ...step, text: fill(step.text) };
  if (step.do === 'promise') return { ...step, words: fill(step.words) };
  if (step.do === 'offer') return { ...step, reason: fill(step.reason) };
  return step.do === 'work_order' ? { ...step, task: fill(step.task) } : step;
}

export const dueIn = (context: Context, minutes: number) => plus(context.now, minutes * MINUTE);

/** What one step led to, or why it was refused. */
export type Done = { step: Step; why: Refusal | null; events: Event[] };
