import { sql } from 'kysely';
import type { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { allowToSee, thingOf, ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { whyNotChange } from '../ticket/ticket.ts';
import * as rules from './dispute.ts';
import { disputeFacts, orNoDispute } from './facts.ts';
import type { disputeOut } from './view.ts';

type View = z.input<typeof disputeOut>;

/** A dispute as whoever handles it sees it; or `forParty`, as that party may have it on paper. */
export async function disputePage(context: Context, ticketId: string, forParty?: string): Promise<View> {
  const { tx } = context;
  const ticket = await ticketById(tx, ticketId);
  await allowToSee(context, ticket);
  orNoDispute(await kindOf(context, ticket.kind, ticket.kind_version));
  const parties = await partiesOf(tx, ticket);
  if (forParty !== undefined && !parties.some(({ id }) => id === forParty)) throw new NotFound('dispute.party_unknown');
  const statements = await statementsOf(context, ticket);
  const shown = statements.filter((one) => !forParty || !one.withheld || one.partyId === forParty);
  return {
    parties,
    statements: shown,
    attempts: await attemptsOf(context, ticket),
    outcomes: await outcomesOf(context, ticket),
    withheld: statements.length - shown.length,
    can: await disputeCan(context, ticket),
  };
}

async function partiesOf(tx: Tx, ticket: Ticket): Promise<View['parties']> {
  const { rows } = await sql<View['parties'][number]>`
    select p.id, p.customer_id as "customerId", coalesce(cu.name, p.name) as name,
      case when pl.id is null then null else jsonb_build_object('id', pl.id, 'code', pl.code) end as place,
      c.at as "confirmedAt", c.way as "confirmedBy"
    from dispute_party p left join customer cu on cu.id = p.customer_id left join place pl on pl.id = p.place_id
    left join dispute_outcome o on o.ticket_id = p.ticket_id and o.ended_at is null
    left join dispute_confirmation c on c.outcome_id = o.id and c.party_id = p.id
    where p.ticket_id = ${ticket.id} order by p.added_at, p.id`.execute(tx);
  return rows;
}

async function statementsOf(context: Context, ticket: Ticket): Promise<View['statements']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('dispute_statement')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('taken_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    text: row.text,
    withheld: row.withheld,
    takenBy: named(names, row.taken_by_id),
    takenAt: row.taken_at,
  }));
}

async function attemptsOf(context: Context, ticket: Ticket): Promise<View['attempts']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('dispute_attempt')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('held_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    heldAt: row.held_at,
    heldBy: named(names, row.held_by_id),
    parties: row.parties,
    others: row.others,
    proposed: row.proposed,
    result: row.result,
    words: row.words,
    nextAt: row.next_at,
  }));
}

async function outcomesOf(context: Context, ticket: Ticket): Promise<View['outcomes']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('dispute_outcome')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    terms: row.terms,
    referredTo: row.referred_to,
    checkBy: row.check_by,
    by: named(names, row.by_id),
    at: row.at,
    checkedAt: row.checked_at,
    checkedBy: named(names, row.checked_by_id),
    holds: row.holds,
    checkWords: row.check_words,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  }));
}

async function disputeCan(context: Context, ticket: Ticket): Promise<View['can']> {
  const facts = await disputeFacts(context.tx, ticket.id);
  const change = can(context.actor, 'ticket.handle', await thingOf(context.tx, ticket)) ?? whyNotChange(ticket);
  return {
    add_party: change ?? rules.whyNotState(facts),
    state: change ?? rules.whyNotState(facts),
    mediate: change ?? rules.whyNotMediate(facts),
    agree: change ?? rules.whyNotAgree(facts),
    refer: change ?? rules.whyNotMediate(facts),
    confirm: change ?? rules.whyNotConfirm(facts),
    check: change ?? rules.whyNotCheck(facts),
    take_back: change ?? rules.whyNotTakeBack(facts),
  };
}
