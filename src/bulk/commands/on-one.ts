import type { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { runMacro } from '../../macro/commands/run-macro.ts';
import { snoozeTicket, wakeUp } from '../../reminder/commands/snooze-ticket.ts';
import { withdrawOffer } from '../../ticket/commands/answer-offer.ts';
import { closeTicket } from '../../ticket/commands/close-ticket.ts';
import { moveStage } from '../../ticket/commands/move-stage.ts';
import { offerTicket } from '../../ticket/commands/offer-ticket.ts';
import { urge } from '../../ticket/commands/urge.ts';
import { stopWatching, watchTicket } from '../../ticket/commands/watch-ticket.ts';
import { ticketById } from '../../ticket/facts.ts';
import type { Undo } from '../bulk.ts';
import type { bulkAct } from '../inputs.ts';

type What = z.output<typeof bulkAct>;
type Of<Act extends What['act']> = Extract<What, { act: Act }>;
type Acts = { [Act in What['act']]: (context: Context, id: string, what: Of<Act>) => Promise<Undo | null> };

/** The ordinary command on one ticket, and what would take it back. */
const ACTS: Acts = {
  offer: async (context, id, { toId, reason, way }) => {
    await offerTicket(context, id, { toId, reason, way });
    return { act: 'offer' };
  },
  stage: async (context, id, { stage }) => {
    const before = await ticketById(context.tx, id);
    await moveStage(context, id, { stage });
    return { act: 'stage', from: before.stage, to: stage };
  },
  watch: async (context, id, what) => {
    const personId = what.personId ?? actingPerson(context);
    const before = await context.tx
      .selectFrom('ticket_sight')
      .select('told')
      .where('ticket_id', '=', id as never)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    await watchTicket(context, id, personId);
    return before?.told ? null : { act: 'watch', personId };
  },
  snooze: async (context, id, { until }) => {
    await snoozeTicket(context, id, { until, untilAnswered: false });
    return { act: 'snooze' };
  },
  urge: async (context, id, { words }) => {
    await urge(context, id, { words, onBehalfOf: 'centre' });
    return null;
  },
  close: async (context, id) => {
    await closeTicket(context, id, {});
    return null;
  },
  macro: async (context, id, { macroId }) => {
    await runMacro(context, id, { macroId });
    return null;
  },
};

export function actOn(context: Context, ticketId: string, what: What): Promise<Undo | null> {
  const act = ACTS[what.act] as (context: Context, id: string, what: What) => Promise<Undo | null>;
  return act(context, ticketId, what);
}

/** Takes it back by the ordinary command that does the contrary; where that is refused, it says why. */
export async function takeBack(context: Context, ticketId: string, undo: Undo): Promise<void> {
  if (undo.act === 'offer') return withdrawOffer(context, ticketId);
  if (undo.act === 'watch') return stopWatching(context, ticketId, undo.personId);
  if (undo.act === 'snooze') return wakeUp(context, ticketId);
  const { stage } = await ticketById(context.tx, ticketId);
  if (stage !== undo.to) throw new Refused('bulk.moved_since');
  return moveStage(context, ticketId, { stage: undo.from });
}
