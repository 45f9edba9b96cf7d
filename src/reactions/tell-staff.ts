import { owedOn } from '../commitment/queries.ts';
import type { Id } from '../kernel/id.ts';
import { holdersOf } from '../organisation/queries.ts';
import { followMembers } from '../personnel/commands/begin-assessments.ts';
import { DECIDE_MOVE } from '../personnel/move.ts';
import type { Event, Reaction } from '../platform/context.ts';
import type { Saying } from './tell.ts';
import { tell, tellOf } from './tell.ts';

type PersonId = Id<'person'>;

/** Posts change hands, people leave, schemes change: who is assessed for what follows from all of it (PERF-02). */
export const followStaff: Reaction = (context) => followMembers(context);

/** Only whom it concerns hears of it: the member, whoever recorded or proposed, whoever decides. */
const fact = (event: Event, name: string) => (event.data[name] ?? null) as PersonId | null;

export const tellAssessed: Reaction = (context, event) =>
  tellOf(context, event, [fact(event, 'personId')], { type: 'staff.assessed', params: { by: context.actor.personId } });

export const tellAssessmentConfirmed: Reaction = (context, event) =>
  tellOf(context, event, [fact(event, 'by')], {
    type: 'staff.assessment_confirmed',
    params: { by: context.actor.personId },
  });

/** A breach has no page of its own: it stands in the file of whom it is about. */
const tellOfBreach =
  (type: 'staff.breach_recorded' | 'staff.breach_stated' | 'staff.breach_decided', whom: 'personId' | 'by'): Reaction =>
  async (context, event) => {
    const member = fact(event, 'personId');
    if (member === null) return;
    const saying = { type, params: { by: context.actor.personId } } satisfies Saying;
    await tell(context, [fact(event, whom)], {
      ...saying,
      subject: { type: 'staff_file', id: member },
      ticketId: null,
    });
  };
export const tellBreachRecorded = tellOfBreach('staff.breach_recorded', 'personId');
export const tellBreachStated = tellOfBreach('staff.breach_stated', 'by');
export const tellBreachDecided = tellOfBreach('staff.breach_decided', 'personId');

/** Whoever answers for the post that owes the decision. */
export const tellMoveProposed: Reaction = async (context, event) => {
  const { postId } = await owedOn(context.tx, event.subject.id, DECIDE_MOVE);
  const people = postId === null ? [] : await holdersOf(context, { postId });
  const params = { by: context.actor.personId };
  await tellOf(context, event, people, { type: 'staff.move_proposed', params });
};

/** Approved it is told to whom it is about, refused to nobody but whoever proposed it. */
export const tellMoveDecided: Reaction = async (context, event) => {
  const by = context.actor.personId;
  const verdict = String(event.data['verdict']);
  await tellOf(context, event, [fact(event, 'proposedBy')], { type: 'staff.move_decided', params: { by, verdict } });
  if (verdict !== 'approved') return;
  await tellOf(context, event, [fact(event, 'personId')], { type: 'staff.move_yours', params: { by } });
};

export const tellMoveStuck: Reaction = (context, event) =>
  tell(context, [fact(event, 'decidedBy')], {
    type: 'staff.move_stuck',
    params: { person: fact(event, 'personId') },
    subject: event.subject,
    ticketId: null,
  });
