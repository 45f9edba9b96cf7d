import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { peopleAbove } from './above.ts';
import type { Round, RoundResult } from './facts.ts';
import { lettersIn, planOfRound, resultsOf, standingResults } from './facts.ts';
import { roundLines, roundRows } from './list.ts';
import type { PlanLine } from './plan.ts';
import { whyNotComplete, whyNotWalk, whyNotYours } from './round.ts';
import { whyNotSee } from './scope.ts';
import type { roundPageOut } from './view.ts';

type View = z.input<typeof roundPageOut>;
type Part = View['parts'][number];
type FollowUp = NonNullable<Part['followUp']>;
type Names = ReadonlyMap<string, string>;

/** One round: its lines with what was found, what that led to, and what is still open from the rounds before. */
export async function roundPage(context: Context, id: Id<'round'>): Promise<View> {
  const [row] = await roundRows(context, sql`r.id = ${id}`, sql`r.id`, 1);
  if (!row) throw new NotFound('round.unknown');
  orForbid(whyNotSee(context.actor, row));
  const { content } = await planOfRound(context.tx, row);
  const results = await resultsOf(context.tx, id);
  const known = standingResults(results);
  const letters = await lettersOf(context, id);
  const names = await personNames(context);
  const followUps = await followUpsOf(context, row, results, names);
  const [line] = await roundLines(context, [row]);
  const walk = whyNotYours(context.actor, row) ?? whyNotWalk(row, context.now);
  const boxes = lettersIn(content, known, letters.length);
  return {
    ...line!,
    from: row.from_at,
    above: content.lines.some(({ ways }) => ways?.includes('reported')) ? await peopleAbove(context) : [],
    parts: content.lines.map((one) => partOf(one, results, followUps, names)),
    letters,
    can: {
      report: walk,
      complete: walk ?? whyNotComplete(content, new Set(known.keys()), boxes),
      letter:
        walk ??
        (boxes.found > boxes.dealtWith ? null : { code: 'round.no_more_letters', params: { found: boxes.found } }),
    },
  };
}

function partOf(line: PlanLine, results: readonly RoundResult[], followUps: FollowUps, names: Names): Part {
  const said = results.filter((one) => one.line === line.key);
  const last = said.at(-1);
  const ticket = last?.ticket_id ?? null;
  const open = followUps.open.get(line.key) ?? null;
  return {
    key: line.key,
    area: line.area ?? null,
    name: line.name,
    record: line.record,
    photo: line.photo,
    ways: line.ways ?? [],
    result: last ? resultOut(last, names) : null,
    followUp: ticket === null ? null : (followUps.all.get(ticket) ?? null),
    openSince: open?.id === ticket ? null : open,
    former: said.slice(0, -1).map((one) => resultOut(one, names)),
  };
}

function resultOut(one: RoundResult, names: Names): NonNullable<Part['result']> {
  return {
    result: one.result,
    count: one.count,
    note: one.note,
    photoIds: one.photo_ids,
    way: one.way,
    measures: one.measures,
    reportedTo: named(names, one.reported_to_id),
    by: named(names, one.by_id)!,
    at: one.at,
    recordedAt: one.recorded_at,
  };
}

type FollowUps = { all: Map<string, FollowUp>; open: Map<string, FollowUp> };
type Row = {
  id: string;
  line: string | null;
  number: number;
  title: string;
  kind: string;
  kind_version: number;
  stage: string;
  stage_class: string;
  owner_id: string;
};

/** The tickets that these results led to, and those still open of earlier rounds by their line. */
async function followUpsOf(
  context: Context,
  round: Pick<Round, 'plan_id' | 'place_id' | 'customer_id'>,
  results: readonly RoundResult[],
  names: Names,
): Promise<FollowUps> {
  const mine = results.flatMap((one) => one.ticket_id ?? []);
  const { rows } = await sql<Row>`
    select t.id, x.line, t.number, t.title, t.kind, t.kind_version, t.stage, t.stage_class, t.owner_id
    from (select distinct y.ticket_id, y.line from round_result y join round r on r.id = y.round_id
      where y.plan_id = ${round.plan_id} and y.ticket_id is not null
        and r.place_id is not distinct from ${round.place_id}::uuid
        and r.customer_id is not distinct from ${round.customer_id}::uuid) x
    join ticket t on t.id = x.ticket_id
    where t.id = any(${mine}::uuid[]) or t.stage_class not in ('resolved', 'closed', 'cancelled')`.execute(context.tx);
  const all = new Map<string, FollowUp>();
  const open = new Map<string, FollowUp>();
  for (const row of rows) {
    const kind = await kindOf(context, row.kind, row.kind_version);
    const stage = kind.stages.find((one) => one.key === row.stage)!;
    const { id, number, title } = row;
    const owner = named(names, row.owner_id)!;
    const one = { id, number, title, stage: { name: stage.name, class: stage.class }, owner };
    all.set(row.id, one);
    if (row.line !== null && !['resolved', 'closed', 'cancelled'].includes(row.stage_class)) open.set(row.line, one);
  }
  return { all, open };
}

async function lettersOf(context: Context, id: Id<'round'>): Promise<View['letters']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('round_letter')
    .leftJoin('ticket', 'ticket.id', 'round_letter.ticket_id')
    .select([
      'round_letter.id',
      'line',
      'reason',
      'by_id',
      'at',
      'ticket.id as ticketId',
      'ticket.number',
      'ticket.title',
    ])
    .where('round_id', '=', id)
    .orderBy('at')
    .orderBy('round_letter.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    line: row.line,
    ticket: row.ticketId === null ? null : { id: row.ticketId, number: row.number!, title: row.title ?? '' },
    reason: row.reason,
    by: named(names, row.by_id)!,
    at: row.at,
  }));
}
