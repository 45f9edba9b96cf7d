import type { Updateable } from 'kysely';
import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Kind } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { OnVersion } from '../../platform/http/shapes.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { weighs } from '../established.ts';
import { whyNotLiability } from '../evidence.ts';
import { allow, lockTicket } from '../facts.ts';
import { failedLines } from '../approvals.ts';
import type { changeTicketInput } from '../inputs.ts';
import { indexTicket } from '../search.ts';
import type { TicketTable } from '../table.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotChange } from '../ticket.ts';
import { fieldsAfter } from './fields-after.ts';
import { keepFormer } from './keep-former.ts';
import { raise } from './open-ticket.ts';
import { rebaseToUrgency } from './rebase-clocks.ts';

type Edit = OnVersion<z.output<typeof changeTicketInput>>;

/**
 * Changes what is known about a matter. The former value is kept, of words where it can be erased. A severity that rises is told upward at once; clocks that differ by urgency
 * run by the new one.
 */
export async function changeTicket(context: Context, id: string, input: Edit): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  await expectVersion(context, id, input.version);
  orRefuse(whyNotChange(ticket));
  await applyChange(context, ticket, await kindOf(context, ticket.kind, ticket.kind_version), input);
}

/** The change itself, by whoever may make it: fields that an approval needs are filled in by whoever decides it. Answers the ticket as it is then. */
export async function applyChange(context: Context, ticket: Ticket, kind: Kind, input: Edit): Promise<Ticket> {
  if (input.severity !== undefined && kind.type !== 'complaint')
    throw new Invalid('ticket.no_severity', { path: 'severity' });
  const wanted = columnsOf(input);
  const fields = input.fields ? await fieldsAfter(context, ticket, kind, input.fields) : ticket.fields;
  if (input.fields && weighs(fields)) orRefuse(await whyNotLiability(context, ticket, fields));
  if (input.fields) wanted.fields = json(fields);
  const before = ticket as unknown as Record<string, unknown>;
  const changed = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && !same(before[column], value),
  );
  if (changed.length === 0) return ticket;
  await context.tx.updateTable('ticket').set(Object.fromEntries(changed)).where('id', '=', ticket.id).execute();
  const now = { ...ticket, ...Object.fromEntries(changed), fields } as Ticket;
  const columns = changed.map(([column]) => column as keyof Ticket);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.changed',
    data: await keepFormer(context, ticket, now, { columns, kind }),
  });
  if (input.urgency && input.urgency !== ticket.urgency) await rebaseToUrgency(context, ticket, now, kind);
  if (input.severity && input.severity !== ticket.severity) await regrade(context, ticket, now, kind);
  await indexTicket(context, now);
  await recordFailed(context, ticket, now, kind);
  return now;
}

/** Each line that is found out of order now and was not before: hands are sent by reaction. */
async function recordFailed(context: Context, before: Ticket, ticket: Ticket, kind: Kind): Promise<void> {
  for (const { field, failed } of failedLines(kind, ticket.fields)) {
    if (before.fields[field.key] === ticket.fields[field.key]) continue;
    await record(context, {
      subject: { type: 'ticket', id: ticket.id },
      type: 'ticket.line_failed',
      data: { field: field.key, department: failed.department },
    });
  }
}

const GRADES = ['ordinary', 'major', 'grave'];

/** Raised, its own clocks begin and those named hear at once; lowered, what only the higher grade owed is not owed. */
async function regrade(context: Context, before: Ticket, ticket: Ticket, kind: Kind): Promise<void> {
  const [from, to] = [GRADES.indexOf(before.severity ?? 'ordinary'), GRADES.indexOf(ticket.severity ?? 'ordinary')];
  if (to > from && ticket.severity !== 'ordinary')
    return raise(context, ticket, kind, ticket.severity as 'major' | 'grave');
  const above = GRADES.slice(to + 1);
  const kinds = kind.commitments.filter((rule) => above.includes(rule.from)).map((rule) => rule.kind);
  if (kinds.length > 0) await cancelCommitments(context, { subjectId: ticket.id, kinds, reason: 'severity_lowered' });
}

function same(before: unknown, wanted: unknown): boolean {
  return before === wanted || (typeof before === 'object' && before !== null && json(before) === wanted);
}

function columnsOf(input: Edit): Updateable<TicketTable> {
  const all = {
    title: input.title,
    need: input.need,
    urgency: input.urgency,
    severity: input.severity,
    customer_id: input.customerId,
    caller_name: input.callerName,
    caller_phone: input.callerPhone,
    place_id: input.placeId,
    department_id: input.departmentId,
    judged: input.judged,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
