import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import type { Step } from '../kernel/working-time/steps.ts';
import { explainDeadline } from '../kernel/working-time/explain.ts';
import type { Tx } from '../platform/tx.ts';
import type { Commitment, Pause } from './commitment.ts';
import { clockOf } from './queries.ts';
import type { Rung, ToWhom } from './rule.ts';
import { calendarsFor, pausesOf, yearsOf } from './rows.ts';
import type { ClockView } from './view.ts';

/** The kernel counts in epochs; people and JSON read moments. */
type Moments<One> = One extends unknown
  ? { [Key in keyof One]: Key extends 'at' | 'from' | 'to' ? Instant | Extract<One[Key], null> : One[Key] }
  : never;
export type ExplainedStep = Moments<Step>;

export type ExplainedRung = {
  number: number;
  at: Instant;
  when: Rung['at'];
  do: Rung['do'];
  to: ToWhom;
  /** Said already; the one that speaks next, if nothing happens; or one after that. */
  state: 'climbed' | 'next' | 'later';
};

export type ExplainedPause = {
  reason: string;
  from: Instant;
  until: Instant | null;
  limit: Instant;
  byId: string | null;
};

/** Why it is due when it is due, who was told and who will be: facts only, a catalogue makes the sentences. */
export type Explanation = {
  clock: ClockView;
  /** From the start to the deadline without a gap; empty where the moment itself was promised. */
  steps: ExplainedStep[];
  pauses: ExplainedPause[];
  ladder: ExplainedRung[];
  correction: { at: Instant; byId: string | null; because: string } | null;
  calendar: { id: string; version: number; zone: string };
};

function withMoments(step: Step): ExplainedStep {
  const entries = Object.entries(step).map(([key, value]) => [
    key,
    ['at', 'from', 'to'].includes(key) && typeof value === 'number' ? instantOf(value) : value,
  ]);
  return Object.fromEntries(entries) as ExplainedStep;
}

function ladderOf(row: Commitment): ExplainedRung[] {
  const nextIndex =
    row.settled_at === null ? row.ladder.findIndex((rung, index) => index >= row.climbed && !rung.told) : -1;
  return row.ladder.map((rung, index) => ({
    number: index + 1,
    at: rung.at,
    when: rung.when,
    do: rung.do,
    to: rung.to,
    state: index < row.climbed ? 'climbed' : index === nextIndex ? 'next' : 'later',
  }));
}

function pauseOf({ reason, from_at, until_at, limit_at, by_id }: Pause): ExplainedPause {
  return { reason, from: from_at, until: until_at, limit: limit_at, byId: by_id };
}

/** Explains one commitment as of `now`; undefined where there is none. */
export async function explainCommitment(tx: Tx, now: Instant, id: Id<'commitment'>): Promise<Explanation | undefined> {
  const row = await tx.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirst();
  const clock = await clockOf(tx, now, id);
  if (!row || !clock) return undefined;
  const pauses = (await pausesOf(tx, [id])).get(id) ?? [];
  const calendar = (await calendarsFor(tx, [row]))(row);
  return {
    clock,
    steps: calendar.counting(yearsOf(row, now), (compiled) => stepsOf(row, pauses, compiled)),
    pauses: pauses.map(pauseOf),
    ladder: ladderOf(row),
    correction:
      row.corrected_at === null
        ? null
        : { at: row.corrected_at, byId: row.corrected_by_id, because: row.corrected_because ?? '' },
    calendar: { id: row.calendar_id, version: row.calendar_version, zone: calendar.rules.zone },
  };
}

type Compiled = Parameters<typeof explainDeadline>[0]['calendar'];

function stepsOf(row: Commitment, pauses: readonly Pause[], calendar: Compiled): ExplainedStep[] {
  if (row.allowance === null) return [];
  const stops = pauses.map(({ from_at, until_at, reason }) => ({
    from: epochOf(from_at),
    to: until_at === null ? null : epochOf(until_at),
    reason,
  }));
  const allowance = { text: row.allowance, basis: row.basis };
  const facts = { startedAt: epochOf(row.started_at), allowance, calendar, pauses: stops };
  return explainDeadline(facts).map(withMoments);
}
