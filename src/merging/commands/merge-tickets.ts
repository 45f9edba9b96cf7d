import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { carryCommitments } from '../../commitment/commands/carry-commitments.ts';
import type { Commitment } from '../../commitment/commitment.ts';
import { tieContactsOf } from '../../contact/commands/tie-contacts.ts';
import { carryDrafts } from '../../draft/commands/carry-drafts.ts';
import { json } from '../../kernel/json.ts';
import { newId } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { carrySight, endAsPart } from '../../ticket/commands/end-as-part.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotEndAsDoer } from '../../ticket/ticket.ts';
import { carryOrders } from '../../work-order/commands/carry-orders.ts';
import { mergeFactsOf, openClocksOf, owedBy } from '../facts.ts';
import type { mergeInput } from '../inputs.ts';
import type { Stood } from '../merging.ts';
import { chooseClocks, whyNotMerge } from '../merging.ts';

/**
 * One matter that was told more than once becomes one ticket. What was said and sent about the others goes along with it, of
 * each kind of promise the earliest goes on, and the others end as the same matter, with a way to this one. Taken back by
 * `unmergeTicket`.
 */
export async function mergeTickets(context: Context, id: string, input: z.output<typeof mergeInput>): Promise<void> {
  const fromIds = [...new Set(input.fromIds)];
  // in the order of their ids, so that two merges never wait for each other
  const locked = new Map<string, Ticket>();
  for (const one of [id, ...fromIds].toSorted()) locked.set(one, await lockTicket(context, one));
  const into = locked.get(id)!;
  await allow(context, 'ticket.handle', into);
  for (const fromId of fromIds) await mergeOne(context, into, locked.get(fromId)!);
}

async function mergeOne(context: Context, into: Ticket, from: Ticket): Promise<void> {
  await allow(context, 'ticket.close', from);
  orForbid(whyNotEndAsDoer(from, context.actor.personId));
  const [kind, fromKind] = [
    await kindOf(context, into.kind, into.kind_version),
    await kindOf(context, from.kind, from.kind_version),
  ];
  orRefuse(
    whyNotMerge(
      { ticket: into, type: kind.type },
      { ticket: from, type: fromKind.type },
      await mergeFactsOf(context.tx, from),
    ),
  );
  await endAsPart(context, from);
  const clocks = await joinClocks(context, into, from, owedBy(kind));
  const stood: Stood = {
    stage: from.stage,
    stageClass: from.stage_class,
    ownerId: from.owner_id,
    answeredAt: from.answered_at,
    toldAt: from.told_at,
    clocks: clocks.stood,
    orders: await carryOrders(context, from.id, into.id),
    contacts: await tieContactsOf(context, from.id, into.id),
    watchers: await carrySight(context, from, into),
    drafts: await carryDrafts(context, from.id, into.id),
  };
  await noteMerge(context, into, from, stood, clocks.goOn);
}

type Joined = { stood: Stood['clocks']; goOn: { kind: string; dueAt: string; of: string }[] };

/** Of each kind of promise the earliest goes on, owed by whoever is accountable for what stays. */
async function joinClocks(context: Context, into: Ticket, from: Ticket, owed: ReadonlySet<string>): Promise<Joined> {
  const own = await openClocksOf(context.tx, into.id);
  const theirs = await openClocksOf(context.tx, from.id);
  const about = theirs.filter((clock) => clock.subject_type === 'ticket');
  const { comes, givesWay } = chooseClocks(own, about, owed);
  const under = theirs.filter((clock) => clock.subject_type === 'work_order');
  const came = [...comes, ...under].map((clock) => ({
    id: clock.id,
    ownerId: clock.owner_id,
    ownSubject: clock.subject_type === 'ticket',
  }));
  await cancelCommitments(context, { ids: givesWay.map((clock) => clock.id), reason: 'merged' });
  await carryCommitments(
    context,
    came.map((clock) => ({ ...clock, ticketId: into.id, ownerId: clock.ownSubject ? into.owner_id : clock.ownerId })),
  );
  return {
    stood: { came, gaveWay: givesWay.map((clock) => clock.id) },
    goOn: [
      ...own.filter((clock) => clock.subject_type === 'ticket' && !givesWay.includes(clock)).map(saidOf(into)),
      ...comes.map(saidOf(from)),
    ],
  };
}

const saidOf = (ticket: Ticket) => (clock: Commitment) => ({
  kind: clock.kind,
  dueAt: clock.due_at,
  of: String(ticket.number),
});

async function noteMerge(
  context: Context,
  into: Ticket,
  from: Ticket,
  stood: Stood,
  clocks: Joined['goOn'],
): Promise<void> {
  const id = newId<'ticket_merge'>(context.now);
  await context.tx
    .insertInto('ticket_merge')
    .values({
      id,
      into_id: into.id,
      from_id: from.id,
      by_id: actingPerson(context),
      at: context.now,
      stood: json(stood),
    })
    .execute();
  await record(
    context,
    {
      subject: { type: 'ticket', id: into.id },
      type: 'ticket.merged',
      data: { from: from.id, number: from.number, merge: id, clocks },
    },
    {
      subject: { type: 'ticket', id: from.id },
      type: 'ticket.merged_into',
      data: { into: into.id, number: into.number, merge: id },
    },
  );
}
