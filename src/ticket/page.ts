import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Thing } from '../organisation/can.ts';
import { clocksOfTicket } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { kindOf } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { allowToSee, closingFacts, thingOf, ticketById } from './facts.ts';
import type { ClosingFacts } from './guards.ts';
import { whyNotCancel, whyNotClose, whyNotResolve } from './guards.ts';
import { aroundTicket } from './page-around.ts';
import { peopleOfTicket } from './page-people.ts';
import { stepsOf } from './page-steps.ts';
import { workOfTicket } from './page-work.ts';
import type { Ticket } from './ticket.ts';
import { isWaiting, whyNotChange, whyNotMove, whyNotReopen } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>;

function both(right: Refusal | null, rule: Refusal | null): Refusal | null {
  return right ?? rule;
}

/** What the one asking may do with this ticket, by action; each answered by the same rule that guards the command. */
export function ticketCan(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  thing: Thing,
  facts: ClosingFacts,
): Record<string, Refusal | null> {
  const may = (right: Parameters<typeof can>[1]) => can(context.actor, right, thing);
  const handle = may('ticket.handle');
  const open = whyNotChange(ticket);
  const offered: Refusal | null =
    ticket.offered_to_id === context.actor.personId ? null : { code: 'handover.not_yours' };
  const resolved: Refusal | null = ticket.stage_class === 'resolved' ? null : (open ?? { code: 'ticket.not_resolved' });
  // outcome and fields come with the act itself, so what they lack does not grey the button
  const resolving = whyNotResolve({ ...ticket, outcome: ticket.outcome ?? '-' }, withoutFields(kind), {
    ...facts,
    fields: { ...facts.fields, real_cause: facts.fields.real_cause ?? '-' },
  });
  return {
    change: both(handle, open),
    note: may('ticket.see'),
    answer: both(handle, open),
    promise: both(handle, open),
    offer: both(handle, open ?? (ticket.offered_to_id === null ? null : { code: 'handover.already_offered' })),
    assign: both(
      may('ticket.assign'),
      open ?? (ticket.offered_to_id === null ? null : { code: 'handover.already_offered' }),
    ),
    accept: offered,
    withdraw_offer: ticket.offered_to_id === null ? { code: 'handover.none_open' } : handle,
    reclassify: both(may('ticket.reclassify'), open),
    wait: both(handle, open ?? (isWaiting(ticket) ? { code: 'ticket.already_waiting' } : null)),
    go_on: both(handle, isWaiting(ticket) ? null : { code: 'ticket.not_waiting' }),
    urge: both(may('ticket.see'), open),
    ask_ruling: both(handle, open),
    rule: both(may('ticket.decide'), facts.openRulings > 0 ? null : { code: 'ruling.none_open' }),
    issue_work_order: both(may('work_order.issue'), open),
    resolve: both(handle, resolving),
    tell: both(handle, resolved),
    close: both(may('ticket.close'), whyNotClose({ ...ticket, satisfaction: ticket.satisfaction ?? 1 }, kind, facts)),
    cancel: both(may('ticket.close'), whyNotCancel(ticket, facts)),
    reopen: both(handle, whyNotReopen(ticket)),
    answer_incident: handle,
  };
}

function withoutFields(kind: Kind): Kind {
  return { ...kind, fields: [] };
}

function fieldsOf(kind: Kind, ticket: Ticket): View['fields'] {
  return kind.fields.map((field) => ({
    key: field.key,
    name: field.name,
    type: field.type,
    at: field.at,
    requiredFor: field.requiredFor ?? null,
    hint: field.hint ?? null,
    choices: field.choices ?? [],
    value: (ticket.fields[field.key] as string | undefined) ?? null,
  }));
}

function stagesOf(kind: Kind, ticket: Ticket): Pick<View, 'stage' | 'nextStages'> {
  const here = kind.stages.find((stage) => stage.key === ticket.stage) ?? kind.stages[0]!;
  const next = here.next.map((key) => kind.stages.find((stage) => stage.key === key)!);
  const plain = next.filter(
    (stage) => stage.class === 'new' || stage.class === 'active' || (stage.class.startsWith('waiting') && !stage.pause),
  );
  return {
    stage: { key: here.key, name: here.name, class: ticket.stage_class },
    nextStages: plain.map((stage) => ({
      key: stage.key,
      name: stage.name,
      class: stage.class,
      why: whyNotMove(ticket, kind, stage),
    })),
  };
}

/** Everything one screen shows of a ticket, and what may be done with it. */
export async function ticketPage(context: Context, id: string): Promise<View> {
  const ticket = await ticketById(context.tx, id);
  const thing = await thingOf(context.tx, ticket);
  await allowToSee(context, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const settings = await settingsOf(context);
  const facts = await closingFacts(context.tx, ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    version: await versionOf(context.tx, ticket.id),
    kind: { key: kind.key, name: kind.name, type: kind.type, icon: kind.icon },
    ...stagesOf(kind, ticket),
    steps: await stepsOf(context.tx, ticket, kind),
    title: ticket.title,
    need: ticket.need,
    urgency: ticket.urgency,
    severity: ticket.severity,
    channel: ticket.channel,
    ...(await peopleOfTicket(context, ticket)),
    openedAt: ticket.opened_at,
    promisedFor: ticket.promised_for,
    answeredAt: ticket.answered_at,
    resolvedAt: ticket.resolved_at,
    outcome: ticket.outcome,
    toldAt: ticket.told_at,
    closedAt: ticket.closed_at,
    closedAs: ticket.closed_as,
    reopenedCount: ticket.reopened_count,
    judged: ticket.judged,
    declineReason: ticket.decline_reason,
    satisfaction: ticket.satisfaction,
    fields: fieldsOf(kind, ticket),
    clocks: await clocksOut(context, await clocksOfTicket(context.tx, context.now, ticket.id)),
    ...(await workOfTicket(context, ticket, kind)),
    ...(await aroundTicket(context, ticket)),
    pauses: settings.pauses
      .filter((pause) => kind.stages.some((stage) => stage.pause === pause.key))
      .map((pause) => ({ key: pause.key, name: pause.name, longest: pause.longest })),
    can: ticketCan(context, ticket, kind, thing, facts),
  };
}
