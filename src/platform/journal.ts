import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import { Invalid, Stale } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, MINUTE, plus } from '../kernel/time.ts';
import type { Context, Event, SubjectType } from './context.ts';
import { CONFIDENTIAL, soonest } from './context.ts';
import type { Tx } from './tx.ts';
import { insertLater } from './tx.ts';

export type NewEvent = {
  subject: { type: SubjectType; id: string };
  type: string;
  /** The ticket whose timeline shows it. */
  ticketId?: string | null;
  /** When it really happened, where that was earlier (a worker without connection). */
  happenedAt?: Instant;
  data?: Record<string, unknown>;
};

const MOST_DEPTH = 8;

/**
 * Writes events and lets everything that follows from them follow, in the same transaction. The subject's row must be
 * locked (or new): seq is counted on from the last as they are written, at the latest when the transaction commits.
 */
export async function record(context: Context, ...events: NewEvent[]): Promise<void> {
  if (context.depth > MOST_DEPTH)
    throw new Error(`reactions chase each other: ${events.map((event) => event.type).join(', ')}`);
  const rows = events.map((event) => rowOf(context, event));
  await insertLater(context.tx, 'event', rows, inserting);
  for (const row of rows) {
    if (!isConfidential(row)) context.signals.changed.set(row.subject_id, row.subject_type);
    if (row.ticket_id) context.signals.changed.set(row.ticket_id, 'ticket');
  }
  const deeper = { ...context, depth: context.depth + 1 };
  for (const row of rows) await context.react(deeper, eventOf(row));
}

/** Told of nobody: it concerns one of ours alone, and so does what is owed about it. */
function isConfidential({ subject_type, data }: Row): boolean {
  return CONFIDENTIAL.has(subject_type) || CONFIDENTIAL.has(data['about'] as SubjectType);
}

type Row = {
  subject_type: SubjectType;
  subject_id: string;
  type: string;
  ticket_id: string | null;
  actor_id: string | null;
  happened_at: Instant;
  recorded_at: Instant;
  data: Record<string, unknown>;
};

function rowOf(context: Context, event: NewEvent): Row {
  return {
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    type: event.type,
    ticket_id: event.ticketId ?? (event.subject.type === 'ticket' ? event.subject.id : null),
    actor_id: context.onBehalfOf ? null : context.actor.personId,
    happened_at: event.happenedAt ?? context.now,
    recorded_at: context.replaying?.recordedAt ?? context.now,
    data: { ...event.data, ...(context.onBehalfOf ? { byCustomer: true } : {}) },
  };
}

function inserting(rows: readonly Row[]): RawBuilder<unknown>[] {
  const counts = new Map<string, number>();
  const numbered = rows.map((row) => {
    const nth = (counts.get(row.subject_id) ?? 0) + 1;
    counts.set(row.subject_id, nth);
    return { ...row, nth };
  });
  return [
    sql`
    insert into event (subject_type, subject_id, seq, type, ticket_id, actor_id, happened_at, recorded_at, data)
    select e.subject_type, e.subject_id, e.nth + coalesce((select max(seq) from event where event.subject_id = e.subject_id), 0),
      e.type, e.ticket_id, e.actor_id, e.happened_at, e.recorded_at, e.data
    from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) as e(subject_type text, subject_id uuid, nth int, type text,
      ticket_id uuid, actor_id uuid, happened_at timestamptz, recorded_at timestamptz, data jsonb)`,
  ];
}

function eventOf(row: Row): Event {
  return {
    subject: { type: row.subject_type, id: row.subject_id },
    type: row.type,
    ticketId: row.ticket_id,
    happenedAt: row.happened_at,
    data: row.data,
  };
}

/** The subject's version: the seq of its last event. Ask it under the subject's row lock. */
export async function versionOf(tx: Tx, subjectId: string): Promise<number> {
  const row = await tx
    .selectFrom('event')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Optimistic lock: refuses a change made on what is no longer the last version. */
export async function expectVersion(context: Context, subjectId: string, seen: number | undefined): Promise<void> {
  if (seen === undefined) return;
  const version = await versionOf(context.tx, subjectId);
  if (version !== seen) throw new Stale('stale', { seen, version });
}

/** A clock that runs ahead by a little is normal; a report from tomorrow is not. */
const AHEAD = 2 * MINUTE;

/** When a reported thing happened: as said, if that can be; never in the future, never before `notBefore`. */
export function happened(context: Context, said: Instant | undefined, notBefore: Instant): Instant {
  if (said === undefined) return context.now;
  if (said > plus(context.now, AHEAD)) throw new Invalid('happened.in_future', { path: 'happenedAt' });
  if (said < notBefore) throw new Invalid('happened.too_early', { path: 'happenedAt', notBefore });
  return said < context.now ? said : context.now;
}

/** Puts outward work into the outbox; it is taken only after `runAt`, and until then `recall` undoes it. */
export async function afterwards(
  context: Context,
  task: string,
  subjectId: string,
  payload: Record<string, unknown>,
  runAt: Instant,
): Promise<void> {
  await context.tx
    .insertInto('outbox')
    .values({
      id: newId(context.now),
      task,
      subject_id: subjectId,
      payload: JSON.stringify(payload),
      run_at: runAt,
    })
    .execute();
  context.signals.outboxAt = soonest(context.signals.outboxAt, runAt);
}

/** Takes back what has not gone out yet; says how many. */
export async function recall(context: Context, subjectId: string): Promise<number> {
  const answer = await context.tx.deleteFrom('outbox').where('subject_id', '=', subjectId).executeTakeFirst();
  return Number(answer.numDeletedRows);
}

/** Whether anything of a task waits in the outbox. */
export async function isWaiting({ tx }: Context, task: string): Promise<boolean> {
  return (await tx.selectFrom('outbox').select('id').where('task', '=', task).executeTakeFirst()) !== undefined;
}

/** Longer than the job runner tries a job again. */
const GIVEN_UP_AFTER = 7 * DAY;

/** Takes back what was handed over so long ago that the job runner has given it up: nobody will do it any more. */
export async function recallGivenUp({ tx, now }: Context, task: string): Promise<void> {
  const before = plus(now, -GIVEN_UP_AFTER);
  await tx.deleteFrom('outbox').where('task', '=', task).where('handed_at', '<', before).execute();
}
