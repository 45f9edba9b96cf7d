import type { z } from 'zod';
import { pauseCommitments } from '../../commitment/commands/pause-commitments.ts';
import { resumeCommitments } from '../../commitment/commands/resume-commitments.ts';
import { plainLength } from '../../kernel/duration.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { earlier, plus } from '../../kernel/time.ts';
import type { Kind, Stage } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { nextToAsk, whyNotEnter } from '../approvals.ts';
import { allow, lockTicket, verdictsOf } from '../facts.ts';
import type { moveStageInput, waitInput } from '../inputs.ts';
import { whyNotPass } from '../guards.ts';
import { atMoment, pausableKinds } from '../moments.ts';
import { isOwed } from '../owed-approval.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting, stageNamed, stageOf, whyNotChange, whyNotMove } from '../ticket.ts';
import { askApproval } from './ask-approval.ts';
import { changeTicket } from './change-ticket.ts';

/**
 * Writes the stage and its class together: clocks and figures see only the class. Leaving the class `new` is the moment
 * the matter was taken on.
 */
export async function setStage(context: Context, ticket: Ticket, kind: Kind, stage: Stage): Promise<void> {
  if (stage.key === ticket.stage) return;
  await context.tx
    .updateTable('ticket')
    .set({ stage: stage.key, stage_class: stage.class })
    .where('id', '=', ticket.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.moved_stage',
    data: { from: ticket.stage, to: stage.key, class: stage.class },
  });
  if (ticket.stage_class === 'new') await atMoment(context, ticket, kind, 'accepted', context.now);
  await askAtStage(context, ticket, kind, stage);
}

/** Coming to a stage at which an approval is asked for asks for it; one that is owed already is not owed twice. */
async function askAtStage(context: Context, ticket: Ticket, kind: Kind, { key }: Stage): Promise<void> {
  if (!kind.approvals?.some((one) => one.from === key)) return;
  const next = nextToAsk(kind, key, await verdictsOf(context.tx, ticket.id));
  if (next?.from !== key || (await isOwed(context, ticket, next))) return;
  await askApproval(context, ticket, next, context.now);
}

/** The ticket as somebody takes it further: locked, allowed, on the version seen, and with the fields that came with the act. */
async function takenFurther(
  context: Context,
  id: string,
  { version, fields }: Pick<z.output<typeof moveStageInput>, 'version' | 'fields'>,
): Promise<Ticket> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  await expectVersion(context, id, version);
  if (!fields || Object.keys(fields).length === 0) return ticket;
  await changeTicket(context, id, { fields });
  return lockTicket(context, id);
}

/** Moves between open stages, as the kind allows, once what leaving the one or entering the other needs is filled in. */
export async function moveStage(context: Context, id: string, input: z.output<typeof moveStageInput>): Promise<void> {
  const ticket = await takenFurther(context, id, input);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageNamed(kind, input.stage);
  orRefuse(whyNotMove(ticket, kind, stage) ?? whyNotPass(kind, ticket.fields, { from: ticket.stage, to: stage.key }));
  if (kind.approvals) orRefuse(whyNotEnter(kind, stage.key, await verdictsOf(context.tx, ticket.id)));
  if (isWaiting(ticket)) await resumeCommitments(context, { ticketId: ticket.id, happenedAt: context.now });
  await setStage(context, ticket, kind, stage);
}

/**
 * Waits, for a reason the pack declares and no longer than it allows. The clocks that may stand still do; at the limit
 * they go on by themselves.
 */
export async function waitFor(context: Context, id: string, input: z.output<typeof waitInput>): Promise<void> {
  const ticket = await takenFurther(context, id, input);
  orRefuse(whyNotChange(ticket));
  if (isWaiting(ticket)) throw new Refused('ticket.already_waiting');
  const settings = await settingsOf(context);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const reason = settings.pauses.find((pause) => pause.key === input.reason);
  const stage = kind.stages.find((one) => one.pause === input.reason);
  if (!reason || !stage) throw new Invalid('pause.reason_unknown', { path: 'reason' });
  orRefuse(whyNotPass(kind, ticket.fields, { from: ticket.stage, to: stage.key }));
  const limit = plus(context.now, plainLength(reason.longest));
  if (input.until && input.until > limit)
    throw new Invalid('pause.too_long', { path: 'until', longest: reason.longest });
  if (input.until && input.until <= context.now) throw new Invalid('promise.in_past', { path: 'until' });
  const limitAt = input.until ? earlier(input.until, limit) : limit;
  const paused = {
    ticketId: ticket.id,
    kinds: pausableKinds(kind),
    reason: reason.key,
    limitAt,
    happenedAt: context.now,
  };
  await pauseCommitments(context, paused);
  await setStage(context, ticket, kind, stage);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.waiting',
    data: { reason: reason.key, until: limitAt, from: ticket.stage },
  });
}

/** What was waited for has come, or the wait ran out: the clocks go on. */
export async function goOn(
  context: Context,
  id: string,
  why: 'by_hand' | 'customer_answered' | 'limit',
  version?: number,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  if (why === 'by_hand') {
    await allow(context, 'ticket.handle', ticket);
    await expectVersion(context, id, version);
    if (!isWaiting(ticket)) throw new Refused('ticket.not_waiting');
  }
  if (!isWaiting(ticket)) return;
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageOf(kind, 'active', 'new');
  // a customer's answer and a limit run out are facts, whatever is still empty
  if (why === 'by_hand') orRefuse(whyNotPass(kind, ticket.fields, { from: ticket.stage, to: stage.key }));
  await resumeCommitments(context, { ticketId: ticket.id, happenedAt: context.now });
  await setStage(context, ticket, kind, stage);
  await record(context, { subject: { type: 'ticket', id: ticket.id }, type: 'ticket.went_on', data: { why } });
}
