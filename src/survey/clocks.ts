import type { NewCommitment } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { holdersOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context, SubjectType } from '../platform/context.ts';
import type { Round } from './facts.ts';
import type { OWED } from './survey.ts';

type Owed = {
  kind: (typeof OWED)[keyof typeof OWED];
  subject: { type: SubjectType; id: string };
  ownerId?: Id<'person'> | null;
  /** Of which post it is, by its key. */
  post?: string;
  limit: Limit;
  /** A day set by hand stands instead of the limit's allowance. */
  dueAt?: Instant;
  startedAt?: Instant;
  words?: string;
};

export type WhereOwed = Pick<Round, 'centre_id' | 'department_id'>;

/** What is owed on a round, by the person named or by whoever holds the post. */
export async function clockOf(context: Context, round: WhereOwed, owed: Owed): Promise<NewCommitment> {
  const { kind, subject, limit, dueAt, words } = owed;
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === owed.post);
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  const where = { centreId: round.centre_id, departmentId: post?.departmentId ?? round.department_id };
  return {
    kind,
    subject,
    ticketId: null,
    ownerId: owed.ownerId ?? holder ?? null,
    postId: post?.id ?? null,
    ...where,
    calendarId: await calendarFor(context.tx, limit.calendar, where),
    limit: dueAt ? { dueAt, ladder: limit.ladder, basis: limit.allowance.basis } : limit,
    startedAt: owed.startedAt ?? context.now,
    words: words ?? null,
  };
}
