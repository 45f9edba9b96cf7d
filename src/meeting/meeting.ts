import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';

export const MEETING_STATES = ['called', 'held', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_ITEM_SORTS = ['problem', 'improvement'] as const;
export type MeetingItemSort = (typeof MEETING_ITEM_SORTS)[number];

/** How the one of a period stands: before its period, in it, held in it, held after it, not held though it is over. */
export const DUE_STATES = ['to_come', 'open', 'held', 'held_late', 'missed'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** What is owed: the regular meeting of a period, and the signature under the record of one that was held. */
export const OWED_AS = { meeting: 'hold_meeting', record: 'sign_minutes' } as const;

export type Meeting = {
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  state: MeetingState;
  starts_at: Instant;
  called_by_id: Id<'person'>;
  chair_id: Id<'person'>;
  recorder_id: Id<'person'>;
};

type Where = Pick<Meeting, 'centre_id' | 'department_id'>;

export function whyNotCall(actor: Actor, { centre_id, department_id }: Where, people: readonly string[] = []) {
  return can(actor, 'meeting.call', { people, departments: [department_id], centreId: centre_id });
}

const whyNotState = (meeting: Meeting, ...wanted: MeetingState[]): Refusal | null =>
  wanted.includes(meeting.state) ? null : refusal(`meeting.is_${meeting.state}`);

/** Until it is held whoever called it, its chair and whoever calls meetings there may change or call it off. */
export function whyNotArrange(meeting: Meeting, actor: Actor): Refusal | null {
  const wrong = whyNotState(meeting, 'called');
  if (wrong) return wrong;
  const its = [meeting.called_by_id, meeting.chair_id].some((one) => one === actor.personId);
  return its ? null : whyNotCall(actor, meeting);
}

/** Whoever keeps the record: the one named for it, its chair, and whoever called it. */
export function whyNotRecord(meeting: Meeting, actor: Actor, now: Instant): Refusal | null {
  const wrong = whyNotState(meeting, 'called', 'held');
  if (wrong) return wrong;
  if (meeting.starts_at > now) return refusal('meeting.to_come');
  const keepers = [meeting.recorder_id, meeting.chair_id, meeting.called_by_id];
  return keepers.some((one) => one === actor.personId) ? null : refusal('meeting.not_recorder');
}

export function whyNotAddItem(meeting: Meeting, actor: Actor, now: Instant): Refusal | null {
  return whyNotState(meeting, 'held') ?? whyNotRecord(meeting, actor, now);
}

export function whyNotAnswer(meeting: Meeting, isInvited: boolean): Refusal | null {
  return whyNotState(meeting, 'called') ?? (isInvited ? null : refusal('meeting.not_invited'));
}

/** The chair alone signs, once it says who came and what was said on each point. */
export function whyNotClose(meeting: Meeting, record: { came: number; silent: number }, actor: Actor): Refusal | null {
  const wrong = whyNotState(meeting, 'held');
  if (wrong) return wrong;
  if (meeting.chair_id !== actor.personId) return refusal('meeting.not_chair');
  if (record.came === 0) return refusal('meeting.nobody_came');
  return record.silent > 0 ? refusal('meeting.points_silent', { points: record.silent }) : null;
}

export function dueStateOf(
  due: { from_at: Instant; until_at: Instant; held_at: Instant | null },
  now: Instant,
): DueState {
  if (due.held_at !== null) return due.held_at < due.until_at ? 'held' : 'held_late';
  if (now < due.from_at) return 'to_come';
  return now < due.until_at ? 'open' : 'missed';
}
