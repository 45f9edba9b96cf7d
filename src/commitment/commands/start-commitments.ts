import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf } from '../../kernel/time.ts';
import type { Calendar } from '../../organisation/calendars.ts';
import { currentCalendars } from '../../organisation/calendars.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import type { Reckoning } from '../deadline.ts';
import { dueOf } from '../deadline.ts';
import { rungsFor } from '../ladder.ts';
import type { Basis } from '../../kernel/duration.ts';
import type { Ladder, Limit } from '../rule.ts';
import { insertCommitments } from '../saving.ts';

/** A moment promised by name ("by 15:00 on Friday"): no pause moves it. Shares of its rungs count from the start. */
export type PromisedMoment = { dueAt: Instant; ladder: Ladder; basis?: Basis | undefined };

export type NewCommitment = {
  id?: Id<'commitment'> | undefined;
  /** What is promised, in the pack's or the core's word: `answer`, `complete`, `promised_reply`. */
  kind: string;
  subject: { type: SubjectType; id: string };
  ticketId: Id<'ticket'> | null;
  ownerId: Id<'person'> | null;
  postId?: Id<'post'> | null | undefined;
  departmentId?: Id<'department'> | null | undefined;
  centreId: Id<'centre'>;
  /** Whoever starts it has resolved the limit's choice of calendar. */
  calendarId: Id<'calendar'>;
  /** An empty ladder tells nobody: the commitment is only counted (an import's past, for one). */
  limit: Pick<Limit, 'allowance' | 'ladder'> | PromisedMoment;
  /** May lie in the past; what its ladder would have said by now is said at once, together. */
  startedAt: Instant;
  /** What was promised, where words are needed beyond the kind. */
  words?: string | null | undefined;
  ruleVersion?: number | undefined;
};

function reckoned(
  { replaying }: Context,
  one: NewCommitment,
  calendar: Calendar,
): Pick<Commitment, 'due_at' | 'ladder'> {
  const startedAt = epochOf(one.startedAt);
  const { limit } = one;
  const promisedFor = 'dueAt' in limit ? epochOf(limit.dueAt) : null;
  return calendar.counting([startedAt, promisedFor ?? startedAt], (compiled) => {
    const reckoning: Reckoning = {
      startedAt,
      allowance: 'dueAt' in limit ? null : limit.allowance.text,
      basis: basisOf(limit),
      promisedFor,
      calendar: compiled,
      pauses: [],
    };
    const ladder = rungsFor(limit.ladder, reckoning);
    return {
      due_at: instantOf(dueOf(reckoning)),
      // nobody is told of the past of what came in from a file
      ladder: replaying ? ladder.filter(({ at }) => at > replaying.recordedAt) : ladder,
    };
  });
}

function basisOf(limit: NewCommitment['limit']): Basis {
  return 'dueAt' in limit ? (limit.basis ?? 'clock') : limit.allowance.basis;
}

function rowOf(context: Context, one: NewCommitment, calendar: Calendar): Commitment {
  const { due_at, ladder } = reckoned(context, one, calendar);
  return {
    id: one.id ?? newId<'commitment'>(context.now),
    kind: one.kind,
    subject_type: one.subject.type,
    subject_id: one.subject.id,
    ticket_id: one.ticketId,
    words: one.words ?? null,
    owner_id: one.ownerId,
    post_id: one.postId ?? null,
    department_id: one.departmentId ?? null,
    centre_id: one.centreId,
    calendar_id: calendar.id,
    calendar_version: calendar.version,
    allowance: 'dueAt' in one.limit ? null : one.limit.allowance.text,
    basis: basisOf(one.limit),
    rule_version: one.ruleVersion ?? 1,
    started_at: one.startedAt,
    due_at,
    state: 'running',
    settled_at: null,
    outcome: null,
    ladder,
    climbed: 0,
    again: 0,
    again_at: null,
    acknowledged_at: null,
    acknowledged_by_id: null,
    next_fire_at: ladder[0]?.at ?? null,
    set_aside_at: null,
    set_aside_because: null,
    corrected_at: null,
    corrected_by_id: null,
    corrected_because: null,
  };
}

/**
 * Starts promises, each under the newest version of its calendar. Journals `commitment.started` for
 * each and wakes the timer for the first rung.
 */
export async function startCommitments(context: Context, wanted: readonly NewCommitment[]): Promise<Commitment[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map((one) => one.calendarId);
  const calendars = await currentCalendars(context.tx, ids);
  const rows = wanted.map((one) => rowOf(context, one, calendars.get(one.calendarId)!));
  await insertCommitments(context, rows);
  await record(
    context,
    ...rows.map((row) => ({
      subject: { type: 'commitment' as const, id: row.id },
      type: 'commitment.started',
      ticketId: row.ticket_id,
      data: {
        kind: row.kind,
        about: row.subject_type,
        aboutId: row.subject_id,
        ownerId: row.owner_id,
        dueAt: row.due_at,
      },
    })),
  );
  return rows;
}
