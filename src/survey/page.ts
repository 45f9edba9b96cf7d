import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departments, named, personNames, posts } from '../organisation/house.ts';
import { holdersOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { dayAfter } from './days.ts';
import type { Plan, Round } from './facts.ts';
import { roundSeen } from './facts.ts';
import { lineOf, surveyLines } from './list.ts';
import { canOf } from './page-can.ts';
import { causesIn, evaluationsIn, itemsIn } from './page-findings.ts';
import { resultsOf } from './results.ts';
import { standingOf } from './standing.ts';
import type { IssueWay } from './survey.ts';
import { OWED } from './survey.ts';
import type { SurveyPage } from './view-page.ts';

type Names = ReadonlyMap<string, string>;

/** One round whole: its plan, who is asked, what came back, what it comes to, and what follows (SURV-08). */
export async function surveyPage(context: Context, id: Id<'survey_round'>): Promise<SurveyPage> {
  const round = await roundSeen(context, id);
  const [row] = await surveyLines(context, [sql`r.id = ${id}`], 1);
  const names = await personNames(context);
  const standing = await standingOf(context, round);
  return {
    ...lineOf(row!, names),
    definition: round.questionnaire,
    departments: await judged(context, round),
    plans: await plansOf(context, round, names),
    suggested: await suggestedFor(context, round, names),
    drawing: await drawingOf(context, round),
    issues: await issuesOf(context, round, names),
    results: await resultsOf(context, round),
    evaluations: await evaluationsIn(context, round, names),
    causes: await causesIn(context, round, names),
    items: await itemsIn(context, round, names),
    paper: standing.paper,
    submitted: await submittedOf(context, round, names),
    history: await historyOf(context, round, names),
    can: canOf(context, round, standing),
  };
}

async function judged(context: Context, { questionnaire, centre_id }: Round): Promise<SurveyPage['departments']> {
  const keys = new Set(questionnaire.questions.flatMap(({ department }) => department ?? []));
  return [...(await departments(context)).values()]
    .filter((one) => one.centre_id === centre_id && keys.has(one.key))
    .map(({ id, key, name }) => ({ key, department: { id, name } }));
}

async function plansOf({ tx }: Context, { id }: Round, names: Names): Promise<SurveyPage['plans']> {
  const rows = tx.selectFrom('survey_plan').selectAll().where('round_id', '=', id);
  return (await rows.orderBy('version', 'desc').execute()).map((row: Plan) => ({
    version: row.version,
    aim: row.aim,
    percent: row.percent,
    issueOn: row.issue_on,
    statistician: named(names, row.statistician_id),
    distributor: named(names, row.distributor_id),
    collector: named(names, row.collector_id),
    by: named(names, row.by_id),
    at: row.at,
    verdict: row.verdict,
    remark: row.remark,
    verdictBy: named(names, row.verdict_by_id),
    verdictAt: row.verdict_at,
  }));
}

async function suggestedFor(context: Context, round: Round, names: Names): Promise<SurveyPage['suggested']> {
  const { posts: owing, issueAfterDays } = round.questionnaire;
  const staff = [...(await readStaff(context)).posts.values()];
  const holder = async (key: string) => {
    const post = staff.find((one) => one.key === key);
    const [first] = post ? await holdersOf(context, { postId: post.id }) : [];
    return named(names, first ?? null);
  };
  return {
    issueOn: dayAfter(round.begins, issueAfterDays),
    statistician: await holder(owing.statistician),
    distributor: await holder(owing.distributor),
    collector: await holder(owing.collector),
  };
}

async function drawingOf({ tx }: Context, round: Round): Promise<SurveyPage['drawing']> {
  const { seed, fresh, asked, plan } = round;
  if (seed === null || fresh === null || asked === null || plan === null) return null;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from survey_receiver where round_id = ${round.id} and again`.execute(tx);
  return { seed, fresh, asked, percent: plan.percent, again: rows[0]!.n };
}

type Issue = {
  id: Id<'survey_issue'>;
  way: IssueWay;
  on_day: string;
  distributor_id: Id<'person'>;
  collector_id: Id<'person'>;
  receivers: number;
  out: number;
  due_at: Instant | null;
  outcome: string | null;
};

async function issuesOf({ tx }: Context, round: Round, names: Names): Promise<SurveyPage['issues']> {
  const { rows } = await sql<Issue>`
    select i.id, i.way, i.on_day, i.distributor_id, i.collector_id, count(x.id)::int as receivers,
      count(x.id) filter (where x.state = 'handed_out')::int as out, max(m.due_at) as due_at, max(m.outcome) as outcome
    from survey_issue i join survey_receiver x on x.issue_id = i.id
    left join commitment m on m.subject_id = i.id and m.kind = ${OWED.recover}
    where i.round_id = ${round.id} group by i.id order by i.at desc, i.id desc`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    way: row.way,
    on: row.on_day,
    distributor: named(names, row.distributor_id),
    collector: named(names, row.collector_id),
    receivers: row.receivers,
    out: row.out,
    dueAt: row.due_at,
    outcome: row.outcome,
  }));
}

async function submittedOf({ tx }: Context, round: Round, names: Names): Promise<SurveyPage['submitted']> {
  if (round.submitted_at === null) return null;
  return {
    at: round.submitted_at,
    by: named(names, round.submitted_by_id),
    to: (round.addressee_post_id && (await posts({ tx })).get(round.addressee_post_id)?.name) || null,
    text: round.text ?? '',
    originals: round.originals ?? 0,
    originalsBackOn: round.originals_back_on,
    originalsBackBy: named(names, round.originals_back_by_id),
  };
}

type Happened = { type: string; at: Instant; by_id: Id<'person'> | null; data: Record<string, unknown> };

async function historyOf({ tx }: Context, round: Round, names: Names): Promise<SurveyPage['history']> {
  const { rows } = await sql<Happened>`
    select e.type, e.happened_at as at, e.actor_id as by_id, e.data from event e
    where e.subject_id = ${round.id} order by e.seq desc limit 200`.execute(tx);
  return rows.map(({ type, at, by_id, data }) => ({ type, at, by: named(names, by_id), data }));
}
