import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Message, NewNotification } from '../notification/commands/notify.ts';
import { recurOfLate } from '../improvement/commands/recur-of-late.ts';
import { notify } from '../notification/commands/notify.ts';
import { whoAreTold } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { issueLateNotices } from '../rectification/commands/issue-late-notices.ts';
import type { Written } from '../rectification/commands/write-notices.ts';
import type { AskedByClock } from '../ticket/commands/open-rulings.ts';
import { openRulings } from '../ticket/commands/open-rulings.ts';
import type { RulingRole } from '../ticket/ticket.ts';
import { RULING_ROLES } from '../ticket/ticket.ts';
import { drawDueSpotChecks } from './spot-checks.ts';
import { isRoundBegun } from './rounds.ts';
import { aboutReminders, remindOf } from './remind.ts';
import { beginWhatFollows, isDueDay } from './at-the-foot.ts';

/** What the rungs of one batch led to, by promise. */
type Led = { notices: Map<Id<'commitment'>, Written>; rulings: Map<Id<'commitment'>, Id<'ruling'>> };

/**
 * What a batch of climbed rungs does, in a number of statements that does not grow with it: the notices that are due
 * (WORK-04, ESCL-01), the rulings that are asked for, and one message to each person about each promise, which says the
 * highest of what was climbed for him: after an outage nobody hears the same promise twice.
 */
export async function followRungs(context: Context, all: readonly CommitmentClimb[]): Promise<void> {
  await beginWhatFollows(context, all);
  // a checklist's day has come: nobody need be told, it stands in his list
  const climbs = (await drawDueSpotChecks(context, all)).filter((climb) => !isRoundBegun(climb) && !isDueDay(climb));
  const notices = await issueLateNotices(context, climbs.filter(leadsToNotice));
  const broken = climbs.filter(({ commitment }) => notices.has(commitment.id));
  await recurOfLate(
    context,
    broken.map(({ commitment }) => brokenBy(commitment)),
  );
  const rulings = await openRulings(context, climbs.flatMap(askedBy));
  const reminders = await aboutReminders(context, climbs);
  const people = await whoAreTold(context, climbs.map(whom));
  const notes = new Map<string, NewNotification>();
  climbs.forEach((climb, index) => {
    const message = remindOf(climb, reminders) ?? messageOf(climb, { notices, rulings });
    for (const personId of people[index]!)
      notes.set(`${personId} ${climb.commitment.id}`, { ...message, personId } as NewNotification);
  });
  await notify(context, [...notes.values()]);
}

/** A notice goes to a department for a matter of the customers'; one about a notice left lying would mend nothing. */
function leadsToNotice({ rung, commitment }: CommitmentClimb): boolean {
  return rung.do === 'notice' && commitment.department_id !== null && commitment.subject_type !== 'rectification';
}

const brokenBy = ({ department_id: department, kind }: CommitmentClimb['commitment']) => ({
  departmentId: department!,
  promise: kind,
});

function askedBy({ rung, commitment }: CommitmentClimb): AskedByClock[] {
  if (rung.do !== 'rule' || commitment.ticket_id === null) return [];
  const askedOf = RULING_ROLES.find((role) => role === rung.to) ?? ('centre_manager' satisfies RulingRole);
  return [
    {
      commitmentId: commitment.id,
      ticketId: commitment.ticket_id,
      askedOf,
      centreId: commitment.centre_id,
      departmentId: commitment.department_id,
    },
  ];
}

function whom({ rung, commitment }: CommitmentClimb) {
  return {
    to: rung.to,
    ownerId: commitment.owner_id,
    postId: commitment.post_id,
    departmentId: commitment.department_id,
    centreId: commitment.centre_id,
  };
}

function messageOf({ rung, number, again, commitment }: CommitmentClimb, led: Led): Message {
  const about = {
    subject: { type: 'commitment' as const, id: commitment.id },
    ticketId: commitment.ticket_id,
    acknowledge: rung.acknowledge !== undefined,
  };
  const { kind, due_at: dueAt } = commitment;
  const params = { commitment: commitment.id, kind, dueAt, rung: number, again };
  const notice = rung.do === 'notice' && again === 0 ? led.notices.get(commitment.id) : undefined;
  if (notice) {
    const { id, number: no, deadlineAt } = notice;
    return {
      ...about,
      type: 'notice.issued',
      subject: { type: 'rectification', id },
      params: { number: no, source: 'late', deadlineAt, commitment: commitment.id, kind, rung: number },
    };
  }
  const ruling = rung.do === 'rule' ? led.rulings.get(commitment.id) : undefined;
  return ruling
    ? { ...about, type: 'clock.rule', params: { ...params, ruling } }
    : { ...about, type: 'clock.warn', params };
}
