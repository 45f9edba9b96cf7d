import { resumeCommitments } from '../../commitment/commands/resume-commitments.ts';
import { json } from '../../kernel/json.ts';
import type { Kind } from '../../pack/format.ts';
import type { CurrentKind } from '../../pack/kinds.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { StageMapping } from '../../pack/stage-mapping.ts';
import { stageAfter } from '../../pack/stage-mapping.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { carriedFields } from '../fields.ts';
import { indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting, stageNamed } from '../ticket.ts';
import { keepReplaced } from './keep-former.ts';
import { rebaseToVersion } from './rebase-clocks.ts';

export type ToVersion = { next: CurrentKind; stages: StageMapping };

/**
 * An open ticket, locked, is held to another version of its kind from now on: its stage as mapped where it is not there any
 * more, fields that are not there kept aside, clocks whose limits differ counted anew from their original start, and visits
 * that are due follow its rules (`visitByNewRule`). Answers false where it stays on its own version, for nothing stands for its stage.
 */
export async function moveToVersion(context: Context, ticket: Ticket, { next, stages }: ToVersion): Promise<boolean> {
  const before = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageAfter(stageNamed(before, ticket.stage), next.kind, stages);
  if (!stage) return false;
  const fields = carriedFields(next.kind, ticket.fields);
  const becomes = { kind_version: next.version, stage: stage.key, stage_class: stage.class };
  const now: Ticket = { ...ticket, ...becomes, fields };
  await context.tx
    .updateTable('ticket')
    .set({ ...becomes, fields: json(fields) })
    .where('id', '=', ticket.id)
    .execute();
  await tell(context, ticket, now, before);
  if (isWaiting(ticket) && stage.key !== ticket.stage && !isWaiting(now))
    await resumeCommitments(context, { ticketId: now.id, happenedAt: context.now });
  await rebaseToVersion(context, now, before, next.kind);
  await indexTicket(context, now);
  return true;
}

async function tell(context: Context, ticket: Ticket, now: Ticket, before: Kind): Promise<void> {
  const replaced = await keepReplaced(context, ticket, now, { columns: ['stage', 'fields'], kind: before });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.moved_to_version',
    data: { kind: ticket.kind, from: ticket.kind_version, to: now.kind_version, ...replaced },
  });
}
