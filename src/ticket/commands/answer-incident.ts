import type { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import type { answerIncidentInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import type { Ticket } from '../ticket.ts';
import { stageOf } from '../ticket.ts';
import { writeNote } from './add-note.ts';
import { markTold } from './tell-customer.ts';

/**
 * One answer to all who reported the same incident. Where the incident is resolved, their tickets are resolved with its
 * outcome and told; before that, it is an answer on each. Answers how many heard it.
 */
export async function answerIncident(
  context: Context,
  id: string,
  input: z.output<typeof answerIncidentInput>,
): Promise<number> {
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
  for (const report of reports) await answerReport(context, incident, report, input.text);
  await record(context, {
    subject: { type: 'ticket', id: incident.id },
    type: 'ticket.incident_answered',
    data: { reports: reports.length, channel: input.channel },
  });
  return reports.length;
}

async function answerReport(context: Context, incident: Ticket, report: Ticket, text: string): Promise<void> {
  const kind = await kindOf(context, report.kind, report.kind_version);
  await writeNote(context, report, { text, kind: 'answer', at: context.now });
  if (incident.stage_class !== 'resolved' || report.stage_class === 'resolved') {
    if (report.answered_at !== null) return;
    await context.tx.updateTable('ticket').set({ answered_at: context.now }).where('id', '=', report.id).execute();
    return atMoment(context, report, kind, 'answered', context.now);
  }
  const stage = stageOf(kind, 'resolved');
  const resolved = {
    ...report,
    stage: stage.key,
    stage_class: stage.class,
    resolved_at: context.now,
    outcome: incident.outcome,
  };
  await context.tx
    .updateTable('ticket')
    .set({ stage: stage.key, stage_class: stage.class, resolved_at: context.now, outcome: incident.outcome })
    .where('id', '=', report.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: report.id },
    type: 'ticket.resolved',
    data: { incident: incident.id },
  });
  await atMoment(context, resolved, kind, 'resolved', context.now);
  await markTold(context, resolved, context.now);
}
