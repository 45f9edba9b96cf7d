import type { Id } from '../kernel/id.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Issued = {
  number: number;
  source: string;
  addressee: Id<'person'> | null;
  deadlineAt: string;
  commitment: string | null;
};

/** The department's head hears of a notice. Those that clocks issue are told by the rungs, for many at once. */
export const tellNoticeIssued: Reaction = async (context, event) => {
  if (context.actor.personId === null) return;
  const { number, source, addressee, deadlineAt, commitment } = event.data as Issued;
  await tellOf(context, event, [addressee], {
    type: 'notice.issued',
    params: { number, source, deadlineAt, commitment, kind: null, rung: null },
  });
};

export const tellNoticeReplied: Reaction = async (context, event) => {
  const { number, verifier } = event.data as { number: number; verifier: Id<'person'> | null };
  await tellOf(context, event, [verifier], { type: 'notice.replied', params: { by: context.actor.personId, number } });
};

export const tellNoticeVerified: Reaction = async (context, event) => {
  const { number, addressee } = event.data as Issued;
  await tellOf(context, event, [addressee], {
    type: 'notice.verified',
    params: { by: context.actor.personId, number },
  });
};

export const tellNoticeRejected: Reaction = async (context, event) => {
  const { number, addressee, deadlineAt } = event.data as Issued;
  await tellOf(context, event, [addressee], {
    type: 'notice.rejected',
    params: { by: context.actor.personId, number, deadlineAt },
  });
};

/** Withdrawn before it was delivered, the notice was never heard of; else whoever heard of it is told. */
export const tellNoticeWithdrawn: Reaction = async (context, event) => {
  const { number } = event.data as Issued;
  const told = await recallNotifications(context, { subjectId: event.subject.id, types: ['notice.issued'] });
  await tellOf(context, event, told, { type: 'notice.withdrawn', params: { by: context.actor.personId, number } });
};
