import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { atMoment } from '../moments.ts';
import { stageNamed } from '../ticket.ts';
import { markAnswered, writeNote } from './add-note.ts';
import { setStage } from './move-stage.ts';
import type { NewTicket } from './open-ticket.ts';
import { openTicket } from './open-ticket.ts';

/** What a register says of a matter that is not ended. `stage`: key of a stage of its kind, null: as it begins. */
export type Registered = {
  ticket: NewTicket & { importedFrom: string };
  openedAt: Instant;
  answeredAt: Instant | null;
  dispatchedAt: Instant | null;
  stage: string | null;
  /** What has been done so far, in words; kept inside. */
  progress: string | null;
};

/**
 * Takes a matter over that somebody else's register holds and that is not ended: its clocks run from when it was received, so that what
 * is late is late, and say what is still to come; what was done in time stays done in time. Only in a replay.
 */
export async function takeOverTicket(context: Context, given: Registered): Promise<Id<'ticket'>> {
  const { openedAt, answeredAt, dispatchedAt } = given;
  const ticket = await openTicket({ ...context, now: openedAt }, given.ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  if (dispatchedAt !== null)
    await atMoment({ ...context, now: dispatchedAt }, ticket, kind, 'dispatched', dispatchedAt);
  if (answeredAt !== null) await markAnswered({ ...context, now: answeredAt }, ticket, answeredAt);
  if (given.stage !== null) await setStage(context, ticket, kind, stageNamed(kind, given.stage));
  if (given.progress !== null)
    await writeNote(context, ticket, { text: given.progress, kind: 'internal', at: context.now });
  return ticket.id;
}
