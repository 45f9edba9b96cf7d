import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { assessmentLine, assessmentsWhere, namesOf } from './assessment-rows.ts';
import type { ResultsQuery } from './inputs.ts';
import { inReach, reachOfFiles } from './reach.ts';
import type { resultsOut } from './view.ts';

type Results = z.input<typeof resultsOut>;

const MOST = 500;

/**
 * Each member's weighted score period by period (PERF-03), and whether assessments were made in time (PERF-02): of those owed by now so
 * many kept, late and missed.
 */
export async function readResults(context: Context, { period, from, until }: ResultsQuery): Promise<Results> {
  const files = inReach(context, await reachOfFiles(context), sql`a.person_id`, sql`a.centre_id`);
  const over = sql`a.until_at <= ${context.now}::timestamptz`;
  const wanted = [files, over, sql`a.period = ${period} and a.begins >= ${from} and a.begins < ${until}`];
  const { rows } = await assessmentsWhere(wanted, MOST + 1).execute(context.tx);
  const names = await namesOf(context);
  const shown = rows.slice(0, MOST);
  const lines = shown.map((row) => assessmentLine(context, row, names));
  const groups = Map.groupBy(
    shown.map((row, at) => ({ row, line: lines[at]! })),
    ({ row }) => `${row.begins} ${row.definition.key}`,
  );
  return {
    periods: [...groups.values()].map(periodOfGroup),
    scores: lines,
    more: rows.length > MOST,
  };
}

type One = { row: AssessmentRow; line: Results['scores'][number] };

function periodOfGroup(group: One[]): Results['periods'][number] {
  const [{ row }] = group as [One];
  const n = (state: One['line']['regularity']): number => group.filter(({ line }) => line.regularity === state).length;
  const scores = group.flatMap(({ line }) => line.score ?? []);
  const sum = scores.reduce((all, score) => all + score, 0);
  return {
    name: row.definition.name,
    begins: row.begins,
    due: group.length - n('open'),
    kept: n('kept'),
    late: n('late'),
    missed: n('missed'),
    average: scores.length === 0 ? null : Math.round(sum / scores.length),
  };
}
