import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { whyNotReport } from './commands/carry-out.ts';
import { whyNotSetRound } from './commands/judge-improvement.ts';
import { thingOfImprovement } from './facts.ts';
import { stateOf, whyNotAcknowledge, whyNotJudge, whyNotPlan, whyNotWithdraw } from './improvement.ts';
import type { ImprovementRow } from './list.ts';
import { improvementLines, improvementRows } from './list.ts';
import { namesOfPatterns } from './pattern-names.ts';
import { recordsOf } from './records.ts';
import type { ImprovementMeasureTable } from './table.ts';
import type { improvementPageOut } from './view.ts';

type View = z.input<typeof improvementPageOut>;
type Measure = Selectable<ImprovementMeasureTable> & { outcome: string | null };

/** One corrective or preventive action: cause, measures round by round, verdicts, and the records behind. */
export async function improvementPage(context: Context, id: Id<'improvement'>): Promise<View> {
  const [row] = await improvementRows(context, sql`i.id = ${id}`, 1);
  if (!row) throw new NotFound('improvement.unknown');
  const measures = await measuresOf(context, id);
  const doers = measures.map((measure) => measure.person_id);
  orForbid(can(context.actor, 'rectification.see', thingOfImprovement(row, doers)));
  const [line] = await improvementLines(context, [row]);
  const names = await personNames(context);
  return {
    ...line!,
    cause: row.cause,
    pattern: row.watch,
    patternNames: row.watch === null ? [] : (await namesOfPatterns(context, [row.watch]))(row.watch),
    acknowledgedBy: named(names, row.acknowledged_by_id),
    checkBy: named(names, row.check_by_id),
    checkAt: row.check_at,
    carriedOutAt: row.carried_out_at,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: named(names, row.withdrawn_by_id), reason: row.withdrawn_reason ?? '' },
    plan: measures.map((measure) => measureOut(context, row, measure, names)),
    verdicts: await verdictsOf(context, id, names),
    sources: await sourcesOf(context, id),
    can: canOf(context, row),
  };
}

function measuresOf(context: Context, id: Id<'improvement'>): Promise<Measure[]> {
  return context.tx
    .selectFrom('improvement_measure as m')
    .innerJoin('commitment as c', 'c.id', 'm.commitment_id')
    .selectAll('m')
    .select('c.outcome')
    .where('m.improvement_id', '=', id)
    .orderBy('m.round', 'desc')
    .orderBy('m.no')
    .execute();
}

function measureOut(
  context: Context,
  row: ImprovementRow,
  measure: Measure,
  names: ReadonlyMap<string, string>,
): View['plan'][number] {
  const { rule_type: type, rule_key: key, rule_before: before, rule_after: after } = measure;
  const open = stateOf(row) === 'running' && measure.round === row.round && measure.done_at === null;
  return {
    id: measure.id,
    round: measure.round,
    no: measure.no,
    text: measure.text,
    person: named(names, measure.person_id),
    dueAt: measure.due_at,
    rule: type === null ? null : { type, key, before: before!, after },
    outcome: measure.outcome,
    doneAt: measure.done_at,
    doneBy: named(names, measure.done_by_id),
    doneText: measure.done_text,
    can: { report: open ? whyNotReport(context, row, measure.person_id) : refusal('improvement.measure_done') },
  };
}

async function verdictsOf(
  context: Context,
  id: Id<'improvement'>,
  names: ReadonlyMap<string, string>,
): Promise<View['verdicts']> {
  const rows = await context.tx
    .selectFrom('improvement_verdict')
    .selectAll()
    .where('improvement_id', '=', id)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ round, verdict, text, by_id: by, at }) => ({ round, verdict, text, by: named(names, by), at }));
}

async function sourcesOf(context: Context, id: Id<'improvement'>): Promise<View['sources']> {
  const rows = await context.tx
    .selectFrom('improvement_source')
    .selectAll()
    .where('improvement_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('subject_id', 'desc')
    .execute();
  const records = await recordsOf(
    context,
    rows.map((row) => ({ type: row.subject_type, id: row.subject_id })),
  );
  return rows.flatMap(({ subject_id: subject, again }) => {
    const record = records.get(subject);
    return record ? [{ ...record, again }] : [];
  });
}

function canOf(context: Context, row: ImprovementRow): Record<string, Refusal | null> {
  const { department_id: department, centre_id: centreId, addressee_id: addressee, opened_by_id: opener } = row;
  const about = { departments: [department], centreId };
  return {
    acknowledge:
      can(context.actor, 'rectification.answer', { ...about, people: [addressee] }) ?? whyNotAcknowledge(row),
    plan: whyNotSetRound(context, row) ?? whyNotPlan(row),
    judge: whyNotJudge(row, context.actor),
    withdraw: can(context.actor, 'rectification.issue', { ...about, people: [opener] }) ?? whyNotWithdraw(row),
  };
}
