import { sql } from 'kysely';
import type { z } from 'zod';
import type { Commitment } from '../commitment/commitment.ts';
import type { NameOf } from '../commitment/names.ts';
import { commitmentNames } from '../commitment/names.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, thingOf, ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { whyNotEndAsDoer } from '../ticket/ticket.ts';
import { mergeFactsOf, openClocksOf, owedBy } from './facts.ts';
import { chooseClocks, whyNotMerge } from './merging.ts';
import type { mergePreviewOut } from './view.ts';

type Preview = z.input<typeof mergePreviewOut>;
type Running = Commitment & { of: number };

/** What merging these would do, before anybody does it: what goes along, whose clocks go on, and what stands in the way. */
export async function previewMerge(context: Context, id: string, fromIds: readonly Id<'ticket'>[]): Promise<Preview> {
  const into = await ticketById(context.tx, id);
  await allowToSee(context, into);
  const kind = await kindOf(context, into.kind, into.kind_version);
  const items: Preview['items'] = [];
  let own = await running(context, into);
  const stopped: Running[] = [];
  for (const fromId of fromIds) {
    const from = await ticketById(context.tx, fromId);
    await allowToSee(context, from);
    const why = await whyNot(context, { ticket: into, kind }, from);
    items.push({ ...(await lineOf(context, from)), why });
    if (why !== null) continue;
    const { comes, givesWay } = chooseClocks(own, await running(context, from), owedBy(kind));
    own = [...own.filter((clock) => !givesWay.includes(clock)), ...comes];
    stopped.push(...givesWay);
  }
  const nameOf = await commitmentNames(context);
  const clocks = [...own.map(clockIn(nameOf, true)), ...stopped.map(clockIn(nameOf, false))];
  return { items, clocks: clocks.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)) };
}

async function running(context: Context, ticket: Ticket): Promise<Running[]> {
  const open = await openClocksOf(context.tx, ticket.id);
  return open.filter((clock) => clock.subject_type === 'ticket').map((clock) => ({ ...clock, of: ticket.number }));
}

const clockIn = (nameOf: NameOf, goesOn: boolean) => (clock: Running) => ({
  name: nameOf(clock.kind),
  dueAt: clock.due_at,
  of: clock.of,
  goesOn,
});

async function whyNot(context: Context, into: { ticket: Ticket; kind: Kind }, from: Ticket): Promise<Refusal | null> {
  const { tx, actor } = context;
  const { type } = await kindOf(context, from.kind, from.kind_version);
  return (
    can(actor, 'ticket.handle', await thingOf(tx, into.ticket)) ??
    can(actor, 'ticket.close', await thingOf(tx, from)) ??
    whyNotEndAsDoer(from, actor.personId) ??
    whyNotMerge({ ticket: into.ticket, type: into.kind.type }, { ticket: from, type }, await mergeFactsOf(tx, from))
  );
}

async function lineOf(context: Context, ticket: Ticket): Promise<Omit<Preview['items'][number], 'why'>> {
  const counted = await sql<{ workOrders: number; contacts: number; notes: number }>`
    select (select count(*)::int from work_order where ticket_id = ${ticket.id}) as "workOrders",
      (select count(*)::int from contact_ticket where ticket_id = ${ticket.id}) as contacts,
      (select count(*)::int from note where ticket_id = ${ticket.id}) as notes`.execute(context.tx);
  const { id, number, title } = ticket;
  return { id, number, title, owner: named(await personNames(context), ticket.owner_id), ...counted.rows[0]! };
}
