import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { rebaseCommitments } from '../../commitment/commands/rebase-commitments.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Kind, Moment } from '../../pack/format.ts';
import { currentKind, kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import { carriedFields, editedFields } from '../fields.ts';
import type { reclassifyInput } from '../inputs.ts';
import { beginCommitments, limitFor } from '../moments.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';
import { stageOf, whyNotChange } from '../ticket.ts';

/**
 * Makes a matter another kind: a repair turns out a leak, a leak a complaint. Fields go along by name, what the new kind
 * does not know is kept aside and not lost; clocks run by the new kind's limits from the original time.
 */
export async function reclassifyTicket(
  context: Context,
  id: string,
  input: z.output<typeof reclassifyInput>,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  await expectVersion(context, id, input.version);
  await allow(context, 'ticket.reclassify', ticket);
  orRefuse(whyNotChange(ticket));
  if (ticket.kind === input.kind) throw new Refused('ticket.same_kind');
  const before = await kindOf(context, ticket.kind, ticket.kind_version);
  const next = await currentKind(context, input.kind);
  const kind = next.kind;
  const fields = editedFields(kind, carriedFields(kind, ticket.fields), input.fields);
  const stage = stageOf(kind, ticket.stage_class, 'active', 'new');
  const becomes = {
    kind: kind.key,
    kind_version: next.version,
    stage: stage.key,
    stage_class: stage.class,
    severity: kind.type === 'complaint' ? (ticket.severity ?? 'ordinary') : null,
  };
  const now = { ...ticket, ...becomes, fields } satisfies Ticket;
  await context.tx
    .updateTable('ticket')
    .set({ ...becomes, fields: json(fields) })
    .where('id', '=', ticket.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.reclassified',
    data: { from: ticket.kind, to: kind.key, kindVersion: next.version, reason: input.reason },
  });
  await rebaseClocks(context, now, before, kind);
  await indexTicket(context, now);
}

/** When the moments that have already come for this ticket came; a new rule that begins or ends with one counts from there. */
function reached(ticket: Ticket): Partial<Record<Moment, Instant>> {
  return {
    opened: ticket.opened_at,
    ...(ticket.answered_at ? { answered: ticket.answered_at } : {}),
    ...(ticket.resolved_at ? { resolved: ticket.resolved_at } : {}),
    ...(ticket.told_at ? { told: ticket.told_at } : {}),
  };
}

async function rebaseClocks(context: Context, ticket: Ticket, before: Kind, kind: Kind): Promise<void> {
  const gone = before.commitments
    .filter((rule) => !kind.commitments.some((other) => other.kind === rule.kind))
    .map((rule) => rule.kind);
  if (gone.length > 0) await cancelCommitments(context, { subjectId: ticket.id, kinds: gone, reason: 'reclassified' });
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const moments = reached(ticket);
  for (const rule of kind.commitments) {
    const began = moments[rule.from];
    if (began === undefined) continue;
    if (before.commitments.some((other) => other.kind === rule.kind)) {
      const limit = limitFor(rule, ticket);
      const calendarId = await calendarFor(context.tx, limit.calendar, where);
      await rebaseCommitments(context, { subjectId: ticket.id, kinds: [rule.kind], limit, calendarId });
      continue;
    }
    await beginCommitments(context, ticket, [rule], began);
    const done = rule.keptBy.map((moment) => moments[moment]).find((at) => at !== undefined);
    if (done !== undefined)
      await keepCommitments(context, { subjectId: ticket.id, kinds: [rule.kind], happenedAt: done });
  }
}
