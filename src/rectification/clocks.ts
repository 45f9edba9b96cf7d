import type { NewCommitment } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import type { Context } from '../platform/context.ts';

/** What is owed on a notice, one after the other: signing for it, putting it right, looking whether it is right. */
export const NOTICE_CLOCKS = ['accept_notice', 'reply_notice', 'verify_notice'] as const;
export type NoticeClock = (typeof NOTICE_CLOCKS)[number];

type Owed = {
  kind: NoticeClock;
  noticeId: Id<'rectification'>;
  ownerId: Id<'person'> | null;
  postId?: Id<'post'> | null;
  departmentId: Id<'department'>;
  centreId: Id<'centre'>;
  limit: Limit;
  /** A deadline set by hand stands instead of the limit's allowance. */
  dueAt?: Instant | undefined;
  startedAt: Instant;
};

/**
 * The commitments of notices. They belong to no ticket: a notice outlives the matter it came from, and is not what the
 * customer waits for. One look-up for each calendar, however many notices.
 */
export async function clocksOfNotices(context: Context, owed: readonly Owed[]): Promise<NewCommitment[]> {
  const calendars = new Map<string, Promise<Id<'calendar'>>>();
  const calendarOf = ({ limit, departmentId, centreId }: Owed): Promise<Id<'calendar'>> => {
    const name = `${limit.calendar} ${departmentId}`;
    const known = calendars.get(name) ?? calendarFor(context.tx, limit.calendar, { centreId, departmentId });
    calendars.set(name, known);
    return known;
  };
  const started: NewCommitment[] = [];
  for (const one of owed) {
    started.push({
      kind: one.kind,
      subject: { type: 'rectification', id: one.noticeId },
      ticketId: null,
      ownerId: one.ownerId,
      postId: one.postId ?? null,
      departmentId: one.departmentId,
      centreId: one.centreId,
      calendarId: await calendarOf(one),
      limit: one.dueAt ? { dueAt: one.dueAt, ladder: one.limit.ladder, basis: one.limit.allowance.basis } : one.limit,
      startedAt: one.startedAt,
    });
  }
  return started;
}
