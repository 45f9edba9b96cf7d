import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Actor } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import { RIGHTS } from '../../organisation/rights.ts';
import type { Context } from '../../platform/context.ts';
import { closeTicket } from '../../ticket/commands/close-ticket.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import { resolveTicket } from '../../ticket/commands/resolve-ticket.ts';
import { takeBackHistory } from '../../ticket/commands/take-back-history.ts';
import { CHANNELS } from '../codes.ts';
import { writeExternalId } from '../commands/write-external-id.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { HISTORY, prepareHistory } from './history-kind.ts';
import { customersWithPhone, placesIn } from './known.ts';
import type { ListIn, Taken } from './list-in.ts';
import { TICKET_FIELDS } from './ticket-fields.ts';

/**
 * Closed matters of another system, as history: each replayed at its own time through the ordinary commands, nobody told. Known by its
 * number there; what is known already stays as it is.
 */
export const ticketsIn: ListIn = {
  key: 'tickets',
  name: words('Earlier tickets', '历史受理单', '歷史受理單'),
  right: 'exchange.manage',
  subject: 'ticket',
  fields: TICKET_FIELDS,
  prepare: prepareHistory,
  take: takeTicket,
  takeBack: async (context, { id }) => {
    await takeBackHistory(context, id);
    return [];
  },
};

type Read = {
  number: string;
  title: string;
  openedAt: Instant | null;
  closedAt: Instant | null;
  need: string;
  outcome: string;
  channel: keyof typeof CHANNELS;
  phone: string | undefined;
  caller: string | undefined;
  placeId: Id<'place'> | undefined;
  departmentId: Id<'department'> | undefined;
  kind: string | null;
};

async function takeTicket(context: Context, cells: Cells): Promise<Taken> {
  const read = await readTicket(context, cells);
  const customer = await customerOf(context, cells, read.phone, read.caller);
  cells.orRefuse();
  const importedFrom = `list:${read.number}`;
  const known = await context.tx
    .selectFrom('ticket')
    .select('id')
    .where('imported_from', '=', importedFrom)
    .executeTakeFirst();
  if (known) return { result: 'same', id: known.id };
  if (cells.looking) return look(context, read.number);
  const past = await replaying(context);
  const ticket = await openTicket(
    { ...past, now: read.openedAt! },
    {
      kind: HISTORY,
      title: read.title,
      need: read.need,
      channel: read.channel as 'other',
      callerName: read.caller,
      callerPhone: read.phone,
      customerId: customer as Id<'customer'> | undefined,
      placeId: read.placeId,
      departmentId: read.departmentId,
      fields: read.kind === null ? {} : { was_called: read.kind },
      importedFrom,
    },
  );
  const then = { ...past, now: read.closedAt! };
  await resolveTicket(then, ticket.id, { outcome: read.outcome, fields: {}, version: undefined });
  await closeTicket(then, ticket.id, { version: undefined });
  return { result: 'new', id: ticket.id };
}

/** Opening one takes a number for good, even where it is rolled back: all that may be refused was asked by now. */
async function look(context: Context, number: string): Promise<Taken> {
  const id = newId<'ticket'>(context.now);
  return { result: (await writeExternalId(context, 'tickets', number, id)) ? 'new' : 'same', id };
}

async function readTicket(context: Context, cells: Cells): Promise<Read> {
  cells.needed('openedAt');
  cells.needed('closedAt');
  const [openedAt, closedAt] = [cells.moment('openedAt'), cells.moment('closedAt')];
  if (openedAt !== null && closedAt !== null && closedAt < openedAt)
    cells.refuse('closedAt', 'import.closed_too_early');
  if (closedAt !== null && closedAt > context.now) cells.refuse('closedAt', 'import.not_closed_yet');
  const [place] = await placesIn(context, cells, 'place', 'exchange.manage');
  const [phone] = cells.phones('phone');
  return {
    number: cells.needed('number', 100),
    title: cells.needed('title'),
    openedAt,
    closedAt,
    need: cells.text('need', 10_000) ?? '',
    outcome: cells.text('outcome', 10_000) ?? '-',
    channel: cells.choice('channel', CHANNELS) ?? 'other',
    phone,
    caller: cells.text('caller', 100) ?? undefined,
    placeId: place?.id,
    departmentId: await departmentCalled(context, cells),
    kind: cells.text('kind'),
  };
}

async function departmentCalled(context: Context, cells: Cells): Promise<Id<'department'> | undefined> {
  const said = cells.text('department');
  if (said === null) return undefined;
  const asked = fold(said);
  const found = [...(await departments(context)).values()].find(({ key, name }) =>
    [key, ...Object.values(name)].some((one) => fold(one) === asked),
  );
  return found?.id ?? cells.refuse('department', 'import.department_unknown', { name: said.slice(0, 40) }) ?? undefined;
}

/** A matter of somebody on file is his; of several with one number, of the one of this name. */
async function customerOf(
  context: Context,
  cells: Cells,
  phone: string | undefined,
  name: string | undefined,
): Promise<string | undefined> {
  if (phone === undefined) return undefined;
  const found = await customersWithPhone(context, [phone]);
  const named = found.filter((one) => name !== undefined && fold(one.name) === fold(name));
  if (named.length === 1) return named[0]!.id;
  if (found.length > 1) cells.refuse('phone', 'import.several_fit', { n: found.length });
  return found[0]?.id;
}

/** The past, in which whoever brings it in may do what had to be done for it then, and nobody is told. */
async function replaying(context: Context): Promise<Context> {
  const rights = Object.fromEntries(RIGHTS.map((right) => [right, 'organisation' as const]));
  const centreId = await centreOf(context);
  const post = { id: '' as Id<'post'>, key: '', role: 'administrator', departmentId: null, centreId, rights };
  const { personId, name } = context.actor;
  const actor: Actor = { personId, name, posts: [post] };
  return { ...context, actor, react: async () => {}, replaying: { recordedAt: context.now } };
}
