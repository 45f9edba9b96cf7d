import type { z } from 'zod';
import { clocksOfTicket } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { missingFields } from '../pack/asked.ts';
import { kindOf } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Kind } from '../pack/format.ts';
import type { Standing } from '../formality/formality.ts';
import { askedPapers, whyLacking } from '../formality/formality.ts';
import { standingOf } from '../formality/standing.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { closingFacts, thingOf, ticketById } from './facts.ts';
import type { Verdicts } from './approvals.ts';
import { whyNotEnter } from './approvals.ts';
import { aroundTicket } from './page-around.ts';
import { approvalsOf } from './page-approvals.ts';
import { ticketCan } from './page-can.ts';
import { seeAndMine } from './page-mine.ts';
import { receiptFacts, receiptsOut } from './receipts-of.ts';
import { peopleOfTicket } from './page-people.ts';
import { stepsOf } from './page-steps.ts';
import { workOfTicket } from './page-work.ts';
import type { Ticket } from './ticket.ts';
import { stageOf, whyNotMove } from './ticket.ts';
import type { ticketOut } from './view.ts';
import { declinedOf, mayReview } from './declined-requests.ts';

type View = z.input<typeof ticketOut>;

function fieldsOf(kind: Kind, ticket: Ticket): View['fields'] {
  return kind.fields.map((field) => ({
    key: field.key,
    name: field.name,
    type: field.type,
    at: field.at,
    requiredFor: field.requiredFor ?? null,
    requiredAt: field.requiredAt ?? [],
    when: field.when ?? null,
    hint: field.hint ?? null,
    choices: field.choices ?? [],
    value: (ticket.fields[field.key] as string | undefined) ?? null,
  }));
}

/** Which fields still stand in the way of another stage. */
function needsOf(kind: Kind, ticket: Ticket, to: string): string[] {
  return missingFields(kind.fields, ticket.fields, { from: ticket.stage, to }).map((field) => field.key);
}

function stagesOf(kind: Kind, ticket: Ticket, verdicts: Verdicts): Pick<View, 'stage' | 'nextStages' | 'resolvesTo'> {
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
      why: whyNotMove(ticket, kind, stage) ?? whyNotEnter(kind, stage.key, verdicts),
      needs: needsOf(kind, ticket, stage.key),
    })),
    resolvesTo: stageOf(kind, 'resolved').key,
  };
}

/** What the ticket's own row says. */
function ownFacts(ticket: Ticket) {
  return {
    id: ticket.id,
    number: ticket.number,
    title: ticket.title,
    need: ticket.need,
    urgency: ticket.urgency,
    severity: ticket.severity,
    channel: ticket.channel,
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
  };
}

/** How many papers are asked for here and how many lack; each with its looks is asked for by itself. */
function papersOn(kind: Kind, { fields }: Ticket, standing: Standing | null): View['papers'] {
  if (standing === null) return null;
  const asked = askedPapers(kind, fields);
  return { asked: asked.length, lacking: asked.filter((one) => whyLacking(one, fields, standing) !== null).length };
}

/** Whether any open question is for the one asking to decide; else why not. */
function mayRule(rulings: View['rulings']): View['can'][string] {
  const open = rulings.filter((ruling) => ruling.decidedAt === null).map((ruling) => ruling.can['rule'] ?? null);
  return open.length === 0 ? { code: 'ruling.none_open' } : open.includes(null) ? null : open[0]!;
}

/** Everything one screen shows of a ticket, and what may be done with it. */
export async function ticketPage(context: Context, id: string): Promise<View> {
  const ticket = await ticketById(context.tx, id);
  const mine = await seeAndMine(context, ticket);
  const thing = await thingOf(context.tx, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const settings = await settingsOf(context);
  const facts = await closingFacts(context.tx, ticket);
  const papers = await standingOf(context.tx, ticket.id, kind);
  const noticed = { verdicts: facts.verdicts, thing, receipts: await receiptFacts(context, ticket, kind), papers };
  const under = await workOfTicket(context, ticket, kind, thing);
  return {
    ...ownFacts(ticket),
    version: await versionOf(context.tx, ticket.id),
    kind: { key: kind.key, name: kind.name, type: kind.type, icon: kind.icon },
    ...stagesOf(kind, ticket, facts.verdicts),
    approvals: await approvalsOf(context, ticket, kind, noticed),
    receipts: receiptsOut(context, ticket, kind, noticed),
    papers: papersOn(kind, ticket, papers),
    steps: await stepsOf(context.tx, ticket, kind),
    ...(await peopleOfTicket(context, ticket, thing)),
    fields: fieldsOf(kind, ticket),
    clocks: await clocksOut(context, await clocksOfTicket(context.tx, context.now, ticket.id)),
    ...under,
    ...(await aroundTicket(context, ticket)),
    mine,
    pauses: settings.pauses.flatMap(({ key, name, longest }) => {
      const stage = kind.stages.find((one) => one.pause === key);
      return stage ? [{ key, name, longest, needs: needsOf(kind, ticket, stage.key) }] : [];
    }),
    declined: await declinedOf(context, ticket),
    can: {
      ...ticketCan(context, ticket, kind, thing, facts),
      rule: mayRule(under.rulings),
      review_declined: await mayReview(context, ticket, thing),
    },
  };
}
