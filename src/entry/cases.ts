import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound, NotSignedIn } from '../kernel/refusal.ts';
import { firstCentre } from '../organisation/house.ts';
import { papersToBring } from '../formality/papers.ts';
import { insideKeys, kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { customerView } from '../ticket/forms.ts';
import { inALine } from '../ticket/line.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { isEnded } from '../ticket/ticket.ts';
import { USED_ONCE } from './access.ts';
import { forCustomer } from './desk-actor.ts';
import { partState } from '../work-order/part.ts';
import type { Words } from '../kernel/words.ts';
import type { CustomerAccessTable } from './table.ts';
import type { caseOut, casesOut } from './view.ts';

const MOST = 100;

const isUsedOnce = (kind: CustomerAccessTable['kind']): boolean => USED_ONCE.some((one) => one === kind);

type Reach = Pick<CustomerAccessTable, 'ticket_id' | 'customer_id'>;

/** What a secret opens, while it is neither expired nor revoked. Every reason why not looks the same from outside. */
export async function reachOf(
  { tx, now }: Context,
  kinds: readonly CustomerAccessTable['kind'][],
  hash: string,
): Promise<Reach & Pick<CustomerAccessTable, 'id' | 'kind'>> {
  const found = await tx
    .selectFrom('customer_access')
    .select(['id', 'kind', 'ticket_id', 'customer_id', 'used_at'])
    .where('hash', '=', hash)
    .where('kind', 'in', kinds)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!found || (isUsedOnce(found.kind) && found.used_at !== null)) throw new NotSignedIn('entry.not_known');
  return found;
}

/** Uses a way in; of two who enter with one code at once, one is first. */
export async function use({ tx, now }: Context, { id }: Pick<CustomerAccessTable, 'id'>): Promise<void> {
  const used = await tx
    .updateTable('customer_access')
    .set({ used_at: now })
    .where('id', '=', id)
    .where((e) => e.or([e('kind', 'not in', USED_ONCE), e('used_at', 'is', null)]))
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) throw new NotSignedIn('entry.not_known');
}

/** What is for customers to see at all. */
async function forHim(context: Context) {
  const rows = context.tx.selectFrom('ticket').selectAll();
  const inside = await insideKeys(context);
  return inside.length === 0 ? rows : rows.where('kind', 'not in', inside);
}

/** His matters, as far as this session reaches: the one of its link, or all of the customer's own. */
async function ticketsOf(context: Context, reach: Reach): Promise<Ticket[]> {
  const rows = (await forHim(context)).orderBy('opened_at', 'desc').limit(MOST);
  return reach.ticket_id === null
    ? rows.where('customer_id', '=', reach.customer_id!).execute()
    : rows.where('id', '=', reach.ticket_id).execute();
}

/** One of his own; any other is not there, whoever's it is. */
export async function ownTicket(context: Context, reach: Reach, id: Id<'ticket'>): Promise<Ticket> {
  const ticket = await (await forHim(context)).where('id', '=', id).executeTakeFirst();
  const own = reach.ticket_id === null ? ticket?.customer_id === reach.customer_id : ticket?.id === reach.ticket_id;
  if (!ticket || !own) throw new NotFound('entry.unknown');
  return ticket;
}

export async function listCases(asked: Context, reach: Reach): Promise<z.input<typeof casesOut>> {
  const context = await forCustomer(asked);
  const items = [];
  for (const ticket of await ticketsOf(context, reach)) {
    const { kind, stage, ...line } = await inALine(context, ticket);
    items.push({ ...line, kind: kind.name, stage: stage.name });
  }
  const { zone } = await firstCentre(context);
  return { items, zone, all: reach.ticket_id === null };
}

/** What he may know of it (PRIN-11): never an internal word, nor anybody's name but the one he hears from. */
export async function readCase(asked: Context, reach: Reach, id: Id<'ticket'>): Promise<z.input<typeof caseOut>> {
  const context = await forCustomer(asked);
  const ticket = await ownTicket(context, reach, id);
  const { stage } = await inALine(context, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const { contact, ...view } = await customerView(context, id);
  const told = ticket.told_at !== null && (ticket.stage_class === 'resolved' || ticket.stage_class === 'closed');
  return {
    id,
    ...view,
    contact: contact.name,
    stage: stage.name,
    closedAt: ticket.closed_at,
    papers: await papersToBring(context, ticket, kind),
    parts: kind.parts ? await partsOf(context, ticket) : [],
    can: { add: !isEnded(ticket), rate: told && ticket.stage_class !== 'cancelled' && ticket.satisfaction === null },
  };
}

/** Of a case that several departments see to: which see to it and how far each is, and no word of what was written inside. */
async function partsOf({ tx }: Context, { id }: Ticket): Promise<z.input<typeof caseOut>['parts']> {
  const orders = await tx
    .selectFrom('work_order as w')
    .innerJoin('department as d', 'd.id', 'w.department_id')
    .select(['w.no', 'd.name', 'w.stage', 'w.done_at'])
    .where('w.ticket_id', '=', id)
    .orderBy('w.no')
    .execute();
  return orders.map((order) => ({
    no: order.no,
    department: order.name as Words,
    state: partState(order.stage),
    doneAt: order.done_at,
  }));
}
