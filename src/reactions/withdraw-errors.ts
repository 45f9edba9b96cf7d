import type { ErrorCause } from '../commitment/told-in-error.ts';
import type { Id } from '../kernel/id.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import type { Reaction } from '../platform/context.ts';
import { withdrawLateNotice } from '../rectification/commands/withdraw-notice.ts';
import { withdrawRuling } from '../ticket/commands/withdraw-ruling.ts';
import { tellOf } from './tell.ts';

type InError = { kind: string; because: ErrorCause; rungs: { number: number; do: string }[] };

/**
 * The clock spoke too soon: what was done in time was reported late, or a wait. The notice and the question it led to are
 * withdrawn, never deleted; what was not delivered yet is not said, and whoever heard it is told that it was not so.
 */
export const withdrawErrors: Reaction = async (context, event) => {
  const { kind, because, rungs } = event.data as InError;
  const commitmentId = event.subject.id as Id<'commitment'>;
  if (rungs.some((rung) => rung.do === 'notice')) await withdrawLateNotice(context, commitmentId, because);
  if (rungs.some((rung) => rung.do === 'rule')) await withdrawRuling(context, commitmentId, because);
  const told = await recallNotifications(context, {
    subjectId: commitmentId,
    types: ['clock.warn', 'clock.rule'],
    rungs: rungs.map((rung) => rung.number),
  });
  await tellOf(context, event, told, { type: 'clock.told_in_error', params: { kind, because } });
};
