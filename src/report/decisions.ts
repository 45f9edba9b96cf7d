import { sql } from 'kysely';
import { z } from 'zod';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { idOut, momentOut } from '../platform/http/shapes.ts';
import { otherTickets } from '../ticket/page-around.ts';
import { otherTicketOut, rulingFacts } from '../ticket/view-parts.ts';

export const decisionsOut = {
  decisions: z
    .array(otherTicketOut.extend({ ...rulingFacts, askedAt: momentOut, rulingId: idOut('ruling') }))
    .describe('Tickets that wait for a ruling, each with the oldest that was asked for'),
  moreDecisions: z.boolean().describe('There are more than these'),
};

const answer = z.object(decisionsOut);

const MOST = 50;

/** One line a ticket: a ladder asks again and again, but there is one matter to decide. */
function waiting(context: Context) {
  return context.tx
    .selectFrom('ruling')
    .innerJoin('ticket as t', 't.id', 'ruling.ticket_id')
    .where('ruling.decided_at', 'is', null)
    .where('ruling.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from ruling older where older.ticket_id = ruling.ticket_id and older.decided_at is null
        and older.withdrawn_at is null and (older.asked_at, older.id) < (ruling.asked_at, ruling.id))`,
    )
    .where(sql<boolean>`${scopeOf(context, 'ticket.see')}`);
}

/** What waits for a decision, the longest waiting first. */
export async function readDecisions(context: Context): Promise<z.input<typeof answer>> {
  const rows = await waiting(context)
    .select(['t.id', 't.number', 't.title', 't.kind', 't.kind_version', 't.stage', 't.stage_class'])
    .select(['t.opened_at', 't.closed_at'])
    .select(['ruling.id as ruling_id', 'ruling.question', 'ruling.asked_of', 'ruling.asked_at'])
    .orderBy('ruling.asked_at')
    .limit(MOST + 1)
    .execute();
  const shown = rows.slice(0, MOST);
  const lines = await otherTickets(
    context,
    shown.map((row) => ({ ...row, why: 'ruling' })),
  );
  const decisions = shown.map(({ ruling_id: rulingId, question, asked_of: askedOf, asked_at: askedAt }, index) => ({
    ...lines[index]!,
    rulingId,
    question,
    askedOf,
    askedAt,
  }));
  return { decisions, moreDecisions: rows.length > MOST };
}
