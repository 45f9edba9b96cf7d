import type { z } from 'zod';
import type { RunningEffect } from '../commitment/running-effect.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isAsked } from '../pack/asked.ts';
import type { Field, Kind, Stage } from '../pack/format.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { StageMapping } from '../pack/stage-mapping.ts';
import { keptStage, stageAfter, stagesFor, whyNotMapped } from '../pack/stage-mapping.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { clocksOfMove } from './clocks-of-move.ts';
import type { openEffectOut } from './effect-shapes.ts';
import type { ForOpen } from './inputs.ts';
import type { Standing } from '../pack/standing.ts';
import { definitionsOf, stageIn, standingTickets } from '../pack/standing.ts';
import { visitsOfMove } from './visits-of-move.ts';
import { openTicketsOf } from './open-tickets.ts';

type Effect = z.input<typeof openEffectOut>;
type Found = Standing & { stage: string; at: Stage };

const SHOWN = 50;

const isFull = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const isDemanded = (field: Field): boolean => field.requiredFor !== undefined || (field.requiredAt ?? []).length > 0;
const stageView = ({ key, name }: Stage) => ({ key, name });

function vanishingOf(found: readonly Found[], after: Kind, mapping: StageMapping): Effect['vanishing'] {
  const gone = found.filter(({ at }) => keptStage(at, after) === null);
  const byKey = Map.groupBy(gone, ({ at }) => at.key);
  return [...byKey.values()].map((rows) => ({
    stage: stageView(rows[0]!.at),
    open: rows.reduce((sum, row) => sum + row.open, 0),
    to: mapping[rows[0]!.at.key] ?? null,
    may: stagesFor(rows[0]!.at, after).map(stageView),
  }));
}

/** What one open ticket would have to fill that it had not to, and what it holds that the new version has no place for. */
function fieldsOfMove(ticket: Ticket, before: Kind, after: Kind): { needed: string[]; lost: string[] } {
  const had = new Set(before.fields.filter(isDemanded).map((field) => field.key));
  const known = new Set(after.fields.map((field) => field.key));
  const needed = after.fields.filter(
    (field) =>
      isDemanded(field) &&
      !had.has(field.key) &&
      !isFull(ticket.fields[field.key]) &&
      isAsked(after.fields, field.key, ticket.fields),
  );
  const lost = before.fields.filter((field) => isFull(ticket.fields[field.key]) && !known.has(field.key));
  return { needed: needed.map((field) => field.key), lost: lost.map((field) => field.key) };
}

/** Counts what concerns tickets field by field, most first. */
function tally(counts: ReadonlyMap<string, number>, fields: readonly Field[]): Effect['needed'] {
  return [...counts]
    .map(([key, tickets]) => ({ key, name: fields.find((field) => field.key === key)!.name, tickets }))
    .sort((one, other) => other.tickets - one.tickets);
}

const bump = (counts: Map<string, number>, keys: readonly string[]): void => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** What turns late before what does not, then what is due first. */
export function worstFirst(effects: RunningEffect[]): RunningEffect[] {
  const weight = ({ turns, to }: RunningEffect) => `${turns === 'late' ? 0 : turns === null ? 1 : 2} ${to}`;
  return effects.sort((one, other) => (weight(one) < weight(other) ? -1 : 1));
}

function clockEffect({
  effects,
  begin,
  end,
}: {
  effects: RunningEffect[];
  begin: number;
  end: number;
}): Effect['clocks'] {
  const count = (turns: 'late' | 'in_time') => effects.filter((effect) => effect.turns === turns).length;
  const first = worstFirst(effects).slice(0, SHOWN);
  return {
    moves: effects.length,
    turnsLate: count('late'),
    turnsInTime: count('in_time'),
    begin,
    end,
    first: first.map(({ ownerId: _, ...shown }) => shown),
  };
}

/** What taking a definition over would mean for every open ticket of its kind. Changes nothing. */
export async function effectOnOpen(context: Context, { kind, stages }: ForOpen): Promise<Effect> {
  const standing = await standingTickets(context, kind.key);
  const definitions = await definitionsOf(context, kind.key, standing);
  const found = standing.map((one): Found => ({ ...one, at: stageIn(definitions.get(one.version)!, one.stage) }));
  const before = (ticket: Ticket): Kind => definitions.get(ticket.kind_version)!;
  const [needed, lost] = [new Map<string, number>(), new Map<string, number>()];
  const first: Effect['first'] = [];
  const clocks = { effects: [] as RunningEffect[], begin: 0, end: 0 };
  const visits = { begin: 0, end: 0, drawnAnew: 0 };
  for await (const tickets of openTicketsOf(context, { key: kind.key, before: null })) {
    for (const ticket of tickets) {
      const fields = fieldsOfMove(ticket, before(ticket), kind);
      bump(needed, fields.needed);
      bump(lost, fields.lost);
      const asks = fields.needed.length + fields.lost.length > 0;
      if (asks && first.length < SHOWN) first.push({ ...lineOf(ticket, before(ticket), { kind, stages }), ...fields });
    }
    const visited = await visitsOfMove(context, tickets, kind, before);
    for (const name of ['begin', 'end', 'drawnAnew'] as const) visits[name] += visited.visits[name];
    const moved = await clocksOfMove(context, tickets, { after: kind, before, visits: visited.limits });
    clocks.effects.push(...moved.effects);
    clocks.begin += moved.begin;
    clocks.end += moved.end;
  }
  const former = [...definitions.values()].flatMap((one) => one.fields);
  return {
    standing: found.map(({ at, ...one }) => ({ ...one, stage: stageView(at) })),
    vanishing: vanishingOf(found, kind, stages),
    moves: standing.reduce((sum, { open }) => sum + open, 0),
    needed: tally(needed, kind.fields),
    lost: tally(lost, former),
    first,
    clocks: clockEffect(clocks),
    visits,
  };
}

function lineOf(ticket: Ticket, before: Kind, { kind, stages }: ForOpen) {
  const to = stageAfter(stageIn(before, ticket.stage), kind, stages);
  return { id: ticket.id, number: ticket.number, from: ticket.stage, to: to?.key ?? null };
}

/** Why open tickets cannot be taken over: a stage in use vanishes and nothing fit is said to stand for it; the worst used first. */
export async function whyNotMove(context: Context, { kind, stages }: ForOpen): Promise<Refusal[]> {
  if (!(await currentKinds(context)).some((one) => one.key === kind.key)) return [];
  const standing = await standingTickets(context, kind.key);
  const definitions = await definitionsOf(context, kind.key, standing);
  const seen = new Map<string, Refusal>();
  for (const { version, stage } of standing.toSorted((one, other) => other.open - one.open)) {
    const why = whyNotMapped(stageIn(definitions.get(version)!, stage), kind, stages);
    if (why) seen.set(stage, why);
  }
  return [...seen.values()];
}
