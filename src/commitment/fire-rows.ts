import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { noSignals, soonest } from '../platform/context.ts';
import type { NewEvent } from '../platform/journal.ts';
import { record } from '../platform/journal.ts';
import { resumedEvent } from './commands/resume-commitments.ts';
import type { Commitment } from './commitment.ts';
import type { CommitmentClimb, Effects } from './fire.ts';
import { isPassing } from '../platform/passing-fault.ts';
import type { GoneOn } from './pausing.ts';
import { endOpenPauses } from './pausing.ts';
import { climb, nextMoment } from './ladder.ts';
import { calendarsFor, yearsOf } from './rows.ts';
import { saveCommitments } from './saving.ts';

/**
 * Fires claimed rows together; where that fails, one by one, each in a savepoint of its own, so that a poisoned row is set aside
 * and the others go on. Answers how many were set aside. Throws only what will pass (a lost connection, a
 * deadlock): then nothing happened, and the batch is tried again.
 */
export async function fireRows(context: Context, effects: Effects, rows: readonly Commitment[]): Promise<number> {
  if ((await tried(context, effects, rows)) === null) return 0;
  let setAside = 0;
  for (const row of rows) {
    const fault = await tried(context, effects, [row]);
    if (fault === null) continue;
    await standAside(context, row, fault);
    setAside += 1;
  }
  return setAside;
}

/** Undoes what `work` wrote where it fails for a reason of its own, and answers with that; keeps the locks. */
async function unlessItFails(context: Context, work: () => Promise<void>): Promise<Error | null> {
  await sql`savepoint firing`.execute(context.tx);
  try {
    await work();
    await sql`release savepoint firing`.execute(context.tx);
    return null;
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint firing; release savepoint firing`.execute(context.tx);
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What a failed attempt announced did not happen: its signals are dropped with its writes. */
async function tried(context: Context, effects: Effects, rows: readonly Commitment[]): Promise<Error | null> {
  const signals = noSignals();
  const fault = await unlessItFails(context, () => fireTogether({ ...context, signals }, effects, rows));
  if (fault) return fault;
  for (const [id, type] of signals.changed) context.signals.changed.set(id, type);
  for (const person of signals.notified) context.signals.notified.add(person);
  context.signals.fireAt = soonest(context.signals.fireAt, signals.fireAt);
  context.signals.outboxAt = soonest(context.signals.outboxAt, signals.outboxAt);
  return null;
}

async function fireTogether(context: Context, effects: Effects, rows: readonly Commitment[]): Promise<void> {
  const gone = await endOpenPauses(context, rows, () => context.now);
  const goneById = new Map(gone.map(({ commitment }) => [commitment.id, commitment]));
  const { fired, climbs } = await climbAll(
    context,
    rows.map((row) => goneById.get(row.id) ?? row),
  );
  const byId = new Map(fired.map((row) => [row.id, row]));
  await saveCommitments(
    context,
    fired.filter((row) => goneById.has(row.id)),
  );
  await saveClimbed(
    context,
    fired.filter((row) => !goneById.has(row.id)),
  );
  const ended = gone.map((one): GoneOn => ({ ...one, commitment: byId.get(one.commitment.id)! }));
  await record(context, ...ended.map((one) => resumedEvent(one, 'limit')), ...climbs.map(climbedEvent));
  if (ended.length > 0) await effects.onPauseEnded(context, ended);
  if (climbs.length > 0) await effects.onRungs(context, climbs);
}

type Climbed = { fired: Commitment[]; climbs: CommitmentClimb[] };

async function climbAll(context: Context, rows: readonly Commitment[]): Promise<Climbed> {
  const { now, tx } = context;
  const repeating = rows.filter((row) => row.ladder.some((rung) => rung.repeat || rung.acknowledge !== undefined));
  const calendarFor = await calendarsFor(tx, repeating);
  const climbs: CommitmentClimb[] = [];
  const fired = rows.map((row) => {
    const answer = climb(row, now, row.basis, (work) => calendarFor(row).counting(yearsOf(row, now), work));
    const standing = { ladder: row.ladder, ...answer };
    const higher = answer.climbed > row.climbed;
    const commitment: Commitment = {
      ...row,
      climbed: answer.climbed,
      again: answer.again,
      again_at: answer.again_at,
      next_fire_at: nextMoment(standing),
      acknowledged_at: higher ? null : row.acknowledged_at,
      acknowledged_by_id: higher ? null : row.acknowledged_by_id,
    };
    for (const one of answer.climbs) climbs.push({ ...one, commitment });
    return commitment;
  });
  return { fired, climbs };
}

function climbedEvent({ commitment, rung, number, again }: CommitmentClimb): NewEvent {
  return {
    subject: { type: 'commitment', id: commitment.id },
    type: 'commitment.climbed',
    ticketId: commitment.ticket_id,
    data: {
      kind: commitment.kind,
      number,
      again,
      do: rung.do,
      to: rung.to,
      at: rung.at,
      ownerId: commitment.owner_id,
    },
  };
}

/** The narrow write of a climb: no ladder travels back and forth, since climbing does not change it. */
async function saveClimbed(context: Context, rows: readonly Commitment[]): Promise<void> {
  if (rows.length === 0) return;
  const changes = rows.map((row) => ({
    id: row.id,
    climbed: row.climbed,
    again: row.again,
    again_at: row.again_at,
    next_fire_at: row.next_fire_at,
    acknowledged_at: row.acknowledged_at,
    acknowledged_by_id: row.acknowledged_by_id,
  }));
  await sql`
    update commitment c set climbed = n.climbed, again = n.again, again_at = n.again_at, next_fire_at = n.next_fire_at,
      acknowledged_at = n.acknowledged_at, acknowledged_by_id = n.acknowledged_by_id
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as n(id uuid, climbed smallint, again smallint, again_at timestamptz, next_fire_at timestamptz, acknowledged_at timestamptz, acknowledged_by_id uuid)
    where c.id = n.id`.execute(context.tx);
}

const LONGEST_REASON = 500;

/**
 * Never fires again until somebody has looked (`retryCommitments`); those set aside are listed on a screen of their own. Should
 * the journal itself be what fails, the row is set aside without it rather than stop the others.
 */
async function standAside(context: Context, row: Commitment, fault: Error): Promise<void> {
  const because = fault.message.slice(0, LONGEST_REASON);
  await context.tx
    .updateTable('commitment')
    .set({ next_fire_at: null, set_aside_at: context.now, set_aside_because: because })
    .where('id', '=', row.id)
    .execute();
  await unlessItFails(context, () =>
    record(context, {
      subject: { type: 'commitment', id: row.id },
      type: 'commitment.set_aside',
      ticketId: row.ticket_id,
      data: { kind: row.kind, at: row.next_fire_at },
    }),
  );
}
