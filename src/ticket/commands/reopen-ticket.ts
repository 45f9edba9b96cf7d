import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Kind } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { REVIEW_OWED } from '../declined.ts';
import { allow, lockTicket } from '../facts.ts';
import { beginCommitments } from '../moments.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';
import { stageOf, whyNotReopen } from '../ticket.ts';
import { keepReplaced } from './keep-former.ts';

/** What the settling said that is taken back; an outcome may come to be said anew in other words. */
const TAKEN_BACK = [
  ...(['fields', 'outcome', 'resolved_at', 'told_at', 'closed_at', 'closed_as', 'satisfaction'] as const),
  // why it was declined is kept with its review
  'judged',
] as const;

/** Moments that a reopened matter must reach again. */
const AGAIN = new Set(['resolved', 'told', 'closed']);

/**
 * Opens a settled or ended matter again (WORK-07). What was kept or missed stays so; its settling is promised anew from
 * this moment, by the same limits. Return visits of the former settling that are still due are dropped by reaction.
 */
export async function reopenTicket(
  context: Context,
  id: string,
  input: { version?: number | undefined; reason: string; because: 'dissatisfied' | 'by_hand' | 'sent_back' },
): Promise<void> {
  const ticket = await lockTicket(context, id);
  if (input.because === 'by_hand') await allow(context, 'ticket.handle', ticket);
  await expectVersion(context, id, input.version);
  orRefuse(whyNotReopen(ticket));
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageOf(kind, 'active', 'new');
  const becomes = openedAgain(ticket, stage);
  const again = { ...ticket, ...becomes, fields: withoutSaid(kind, ticket.fields) };
  const wanted = { ...becomes, fields: json(again.fields) };
  await context.tx.updateTable('ticket').set(wanted).where('id', '=', ticket.id).execute();
  const takenBack = await keepReplaced(context, ticket, again, { columns: TAKEN_BACK, kind });
  await letReviewLapse(context, ticket);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.reopened',
    data: { because: input.because, from: ticket.stage, time: again.reopened_count, ...takenBack },
  });
  const anew = kind.commitments.filter(
    (rule) => rule.from === 'opened' && rule.keptBy.every((moment) => AGAIN.has(moment)),
  );
  await beginCommitments(context, again, anew, context.now);
  await letLapse(context, again, kind);
  await indexTicket(context, again);
}

/** How it stands once its settling is taken back; what he thought of that stands in its visit. */
function openedAgain(ticket: Ticket, stage: Kind['stages'][number]) {
  return {
    stage: stage.key,
    stage_class: stage.class,
    resolved_at: null,
    told_at: null,
    closed_at: null,
    closed_as: null,
    outcome: null,
    judged: ticket.judged === 'declined' ? null : ticket.judged,
    decline_reason: null,
    satisfaction: null,
    reopened_count: ticket.reopened_count + 1,
  };
}

/** What a field said of the settling that is taken back is emptied, where the kind asks it anew. */
function withoutSaid(kind: Kind, fields: Ticket['fields']): Ticket['fields'] {
  const anew = new Set(kind.fields.filter((field) => field.anew).map(({ key }) => key));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !anew.has(key)));
}

/** What was signed for the former settling is signed for anew, where the kind asks so. */
async function letLapse({ tx, now }: Context, ticket: Ticket, kind: Kind): Promise<void> {
  const keys = (kind.approvals ?? []).filter((one) => one.anew).map(({ key }) => key);
  if (keys.length === 0) return;
  await tx
    .updateTable('approval')
    .set({ lapsed_at: now })
    .where('ticket_id', '=', ticket.id)
    .where('key', 'in', keys)
    .where('lapsed_at', 'is', null)
    .execute();
}

/** It is not declined any more: nobody need say whether it was rightly. */
async function letReviewLapse(context: Context, ticket: Ticket): Promise<void> {
  await context.tx
    .updateTable('declined_request')
    .set({ lapsed_at: context.now })
    .where('ticket_id', '=', ticket.id)
    .where('verdict', 'is', null)
    .where('lapsed_at', 'is', null)
    .execute();
  await cancelCommitments(context, { subjectId: ticket.id, kinds: [REVIEW_OWED], reason: 'ticket_reopened' });
}
