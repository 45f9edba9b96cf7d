import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { resumeCommitments } from '../../commitment/commands/resume-commitments.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse, Refused } from '../../kernel/refusal.ts';
import { approvalClock } from '../../pack/approval-shape.ts';
import type { Kind, Stage } from '../../pack/format.ts';
import type { CurrentKind } from '../../pack/kinds.ts';
import { currentKind, kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { OnVersion } from '../../platform/http/shapes.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { nextToAsk } from '../approvals.ts';
import { weighs } from '../established.ts';
import { whyNotLiability } from '../evidence.ts';
import { allow, lockTicket, verdictsOf } from '../facts.ts';
import { carriedFields, editedFields } from '../fields.ts';
import type { reclassifyInput } from '../inputs.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting, stageOf, whyNotChange } from '../ticket.ts';
import { askApproval } from './ask-approval.ts';
import { keepReplaced } from './keep-former.ts';
import { rebaseToKind } from './rebase-clocks.ts';

/**
 * Makes a matter another kind: a repair turns out a leak, a leak a complaint. Fields go along by name, what the new kind
 * does not know is kept aside and not lost; clocks run by the new kind's limits from the original time.
 */
export async function reclassifyTicket(
  context: Context,
  id: string,
  input: OnVersion<z.output<typeof reclassifyInput>>,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.reclassify', ticket);
  await expectVersion(context, id, input.version);
  orRefuse(whyNotChange(ticket));
  if (ticket.kind === input.kind) throw new Refused('ticket.same_kind');
  const before = await kindOf(context, ticket.kind, ticket.kind_version);
  const next = await currentKind(context, input.kind);
  const kind = next.kind;
  if (kind.retired) throw new Refused('kind.retired', { kind: kind.key, path: 'kind' });
  const fields = editedFields(kind, carriedFields(kind, ticket.fields), input.fields);
  const becomes = asOf(next, ticket);
  const now = { ...ticket, ...becomes, fields } satisfies Ticket;
  if (weighs(input.fields)) orRefuse(await whyNotLiability(context, now, fields));
  await context.tx
    .updateTable('ticket')
    .set({ ...becomes, fields: json(fields) })
    .where('id', '=', ticket.id)
    .execute();
  const replaced = await keepReplaced(context, ticket, now, { columns: ['stage', 'severity', 'fields'], kind: before });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.reclassified',
    data: { ...turnedInto(ticket, now), reason: input.reason, ...replaced },
  });
  // where the new kind knows no such wait, the clocks that stood for it go on
  if (isWaiting(ticket) && now.stage !== ticket.stage)
    await resumeCommitments(context, { ticketId: now.id, happenedAt: context.now });
  await rebaseToKind(context, now, before, kind);
  await askAnew(context, now, before, kind);
  await indexTicket(context, now);
}

/** What the old kind's approvals were owed as is owed no more; the new kind's is asked for. */
async function askAnew(context: Context, now: Ticket, before: Kind, kind: Kind): Promise<void> {
  const clocks = (before.approvals ?? []).map(({ key }) => approvalClock(key));
  if (clocks.length > 0) await cancelCommitments(context, { subjectId: now.id, kinds: clocks, reason: 'reclassified' });
  if (kind.approvals)
    await askApproval(context, now, nextToAsk(kind, now.stage, await verdictsOf(context.tx, now.id)), context.now);
}

function asOf({ kind, version }: CurrentKind, ticket: Ticket) {
  const stage = stageIn(kind, ticket);
  return {
    kind: kind.key,
    kind_version: version,
    stage: stage.key,
    stage_class: stage.class,
    severity: kind.type === 'complaint' ? (ticket.severity ?? 'ordinary') : null,
  } satisfies Partial<Ticket>;
}

/** Where it stands now: as before where the new kind has that stage, else at one of the same class; a wait it does not know is over. */
function stageIn(kind: Kind, { stage, stage_class }: Ticket): Stage {
  const same = kind.stages.find((one) => one.key === stage && one.class === stage_class);
  if (same) return same;
  return isWaiting({ stage_class }) ? stageOf(kind, 'active', 'new') : stageOf(kind, stage_class, 'active', 'new');
}

const turnedInto = (before: Ticket, now: Ticket) => ({
  from: before.kind,
  fromVersion: before.kind_version,
  to: now.kind,
  kindVersion: now.kind_version,
});
