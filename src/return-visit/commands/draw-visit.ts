import { isDrawn } from '../../kernel/draw.ts';
import { newId } from '../../kernel/id.ts';
import type { VisitRule } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/**
 * Whether a settled matter is visited back, where its rule visits a share: drawn once a settling, by a seed that is recorded with
 * the answer, so that anybody can draw it again and nobody knows it before. Drawn before by another share, it is drawn again from
 * the same seed: who was among twenty of a hundred is among forty, too. Called under the ticket's lock.
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
  const isIn = fresh ? fresh.drawn : await drawnBefore(context, row);
  if (fresh && !isIn)
    await record(context, {
      subject: { type: 'ticket', id: ticket.id },
      type: 'ticket.visit_not_drawn',
      data: { rule: rule.key, round, percent },
    });
  return isIn;
}

type Asked = { ticket_id: Ticket['id']; round: number; rule: string; percent: number };

/** The same matter, settled the same time, comes under the same rule again: what was drawn stands, unless the share is another. */
async function drawnBefore(context: Context, { ticket_id: id, round, rule, percent }: Asked): Promise<boolean> {
  const before = await context.tx
    .selectFrom('visit_draw')
    .select(['drawn', 'percent', 'seed'])
    .where('ticket_id', '=', id)
    .where('round', '=', round)
    .where('rule', '=', rule)
    .executeTakeFirstOrThrow();
  if (before.percent === percent) return before.drawn;
  const drawnNow = isDrawn(before.seed, id, percent);
  await context.tx
    .updateTable('visit_draw')
    .set({ percent, drawn: drawnNow })
    .where('ticket_id', '=', id)
    .where('round', '=', round)
    .where('rule', '=', rule)
    .execute();
  return drawnNow;
}
