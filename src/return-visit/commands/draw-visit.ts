import { isDrawn } from '../../kernel/draw.ts';
import { newId } from '../../kernel/id.ts';
import type { VisitRule } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/**
 * Whether a settled matter is visited back, where its rule visits a share: drawn once a settling, by a seed that is recorded with
 * the answer, so that anybody can draw it again and nobody knows it before. Called under the ticket's lock.
 */
export async function drawn(context: Context, ticket: Ticket, rule: VisitRule): Promise<boolean> {
  const percent = rule.share ?? 100;
  if (percent >= 100) return true;
  const round = ticket.reopened_count + 1;
  const seed = newId<'seed'>(context.now);
  const row = { ticket_id: ticket.id, round, rule: rule.key, percent, seed };
  const fresh = await context.tx
    .insertInto('visit_draw')
    .values({ ...row, drawn: isDrawn(seed, ticket.id, percent), at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('drawn')
    .executeTakeFirst();
  if (!fresh) return drawnBefore(context, ticket, rule, round);
  if (!fresh.drawn)
    await record(context, {
      subject: { type: 'ticket', id: ticket.id },
      type: 'ticket.visit_not_drawn',
      data: { rule: rule.key, round, percent },
    });
  return fresh.drawn;
}

/** The same matter, settled the same time, comes under the same rule again: what was drawn stands. */
async function drawnBefore(context: Context, ticket: Ticket, rule: VisitRule, round: number): Promise<boolean> {
  const before = await context.tx
    .selectFrom('visit_draw')
    .select('drawn')
    .where('ticket_id', '=', ticket.id)
    .where('round', '=', round)
    .where('rule', '=', rule.key)
    .executeTakeFirstOrThrow();
  return before.drawn;
}
