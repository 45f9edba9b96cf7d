import type { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import type { Kind } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, closingFacts, lockTicket } from '../facts.ts';
import { whyNotResolve } from '../guards.ts';
import type { answerIncidentInput } from '../inputs-words.ts';
import { atMoment } from '../moments.ts';
import type { Ticket } from '../ticket.ts';
import { writeNote } from './add-note.ts';
import { settle } from './resolve-ticket.ts';
import { markTold } from './tell-customer.ts';

type Answer = z.output<typeof answerIncidentInput>;

/**
 * One answer to all who reported the same incident. Where the incident is settled, their tickets are settled with its
 * outcome and told, as far as their own guards allow; before that, it is an answer on each. Answers how many heard it.
 */
export async function answerIncident(context: Context, id: string, input: Answer): Promise<number> {
  const incident = await lockTicket(context, id);
  await allow(context, 'ticket.handle', incident);
  const reports = await context.tx
    .selectFrom('ticket')
    .selectAll()
    .where('incident_id', '=', incident.id)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (reports.length === 0) throw new Refused('incident.no_reports');
  for (const report of reports) await answerReport(context, incident, report, input);
  await record(context, {
    subject: { type: 'ticket', id: incident.id },
    type: 'ticket.incident_answered',
    data: { reports: reports.length, channel: input.channel },
  });
  return reports.length;
}

async function answerReport(
  context: Context,
  incident: Ticket,
  report: Ticket,
  { text, channel }: Answer,
): Promise<void> {
  const kind = await kindOf(context, report.kind, report.kind_version);
  await writeNote(context, report, { text, kind: 'answer', at: context.now });
  const over = incident.stage_class === 'resolved' || incident.stage_class === 'closed';
  const heard = over ? await settledWith(context, incident, report, kind) : report;
  if (over && heard.stage_class === 'resolved' && heard.told_at === null) {
    await record(context, {
      subject: { type: 'ticket', id: report.id },
      type: 'ticket.customer_told',
      data: { channel, toWhom: 'customer' },
    });
    return markTold(context, heard, context.now);
  }
  if (report.answered_at !== null) return;
  await context.tx.updateTable('ticket').set({ answered_at: context.now }).where('id', '=', report.id).execute();
  await atMoment(context, report, kind, 'answered', context.now);
}

/** What holds the report back holds it back here too: its own work order, an apology not made. */
async function settledWith(context: Context, incident: Ticket, report: Ticket, kind: Kind): Promise<Ticket> {
  const settled = { ...report, outcome: incident.outcome };
  const answered = { ...settled, answered_at: report.answered_at ?? context.now };
  if (whyNotResolve(answered, kind, await closingFacts(context.tx, report))) return report;
  const { outcome, fields } = settled;
  return settle(context, report, kind, { outcome, fields, at: context.now }, { incident: incident.id });
}
