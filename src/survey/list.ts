import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { SurveysQuery } from './inputs.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyState } from './survey.ts';
import type { surveyLineOut, surveysOut } from './view.ts';

type Row = {
  id: Id<'survey_round'>;
  questionnaire: Questionnaire;
  period: Questionnaire['period'];
  begins: string;
  from_at: Instant;
  until_at: Instant;
  state: SurveyState;
  statistician_id: Id<'person'> | null;
  issue_on: string | null;
  drawn: number;
  answered: number;
  handed_out: number;
  due_at: Instant | null;
  submitted_at: Instant | null;
};

/** Which rounds (`r`, with the newest version of their plan as `p`) somebody sees: those his right reaches, and those that name him. */
export function surveyScope(context: Context): RawBuilder<unknown> {
  const me = context.actor.personId;
  const own = sql`${me} in (p.statistician_id, p.distributor_id, p.collector_id)`;
  return rowsInReach(context, 'survey.see', { rows: 'r', own });
}

export const WITH_PLAN = sql`left join lateral
  (select * from survey_plan v where v.round_id = r.id order by v.version desc limit 1) p on true`;

const STATE = sql`case when r.submitted_at is not null then 'submitted' when r.confirmed_at is not null then 'running'
  when p.version is not null and p.verdict is null then 'to_confirm' else 'to_plan' end`;

const OWED_ON = sql`(select min(m.due_at) from commitment m where m.settled_at is null and (m.subject_id = r.id
  or m.subject_id in (select i.id from survey_issue i where i.round_id = r.id)
  or m.subject_id in (select k.id from survey_cause k where k.round_id = r.id)))`;

/** Rounds, those of the newest period first, each with how far it is. */
export async function surveyLines(context: Context, wanted: readonly RawBuilder<unknown>[], most: number) {
  const { rows } = await sql<Row>`
    select r.id, r.questionnaire, r.period, r.begins, r.from_at, r.until_at, ${STATE} as state, p.statistician_id, p.issue_on,
      x.drawn, x.answered, x.handed_out, ${OWED_ON} as due_at, r.submitted_at
    from survey_round r ${WITH_PLAN}
    cross join lateral (select count(*)::int as drawn, count(*) filter (where state = 'answered')::int as answered,
      count(*) filter (where state <> 'drawn')::int as handed_out from survey_receiver where round_id = r.id) x
    where r.dropped_at is null and ${sql.join(wanted, sql` and `)}
    order by r.from_at desc, r.id desc limit ${most}`.execute(context.tx);
  return rows;
}

export function lineOf(row: Row, names: ReadonlyMap<string, string>): z.input<typeof surveyLineOut> {
  const { key, name } = row.questionnaire;
  return {
    id: row.id,
    questionnaire: { key, name },
    period: row.period,
    begins: row.begins,
    until: row.until_at,
    state: row.state,
    statistician: named(names, row.statistician_id),
    issueOn: row.issue_on,
    drawn: row.drawn,
    rate: { n: row.answered, of: row.handed_out },
    nextDueAt: row.due_at,
    submittedAt: row.submitted_at,
  };
}

export async function listSurveys(context: Context, query: SurveysQuery): Promise<z.input<typeof surveysOut>> {
  const wanted = [surveyScope(context)];
  if (query.state === 'open') wanted.push(sql`r.submitted_at is null`);
  else if (query.state !== 'all') wanted.push(sql`${STATE} = ${query.state}`);
  if (query.questionnaire) wanted.push(sql`r.questionnaire_key = ${query.questionnaire}`);
  if (query.from) wanted.push(sql`r.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.from_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await surveyLines(context, wanted, query.limit + 1);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => lineOf(row, names),
    (row) => cursorOf(row.from_at, row.id),
  );
}
