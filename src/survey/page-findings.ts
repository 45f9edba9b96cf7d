import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { causesOf } from './commands/trace-causes.ts';
import type { Round } from './facts.ts';
import { thingOfRound } from './facts.ts';
import type { ItemSubject, Procedure } from './survey.ts';
import { whyNotIn } from './survey.ts';
import type { SurveyPage } from './view-page.ts';

type Names = ReadonlyMap<string, string>;

export async function evaluationsIn(context: Context, round: Round, names: Names): Promise<SurveyPage['evaluations']> {
  const me = context.actor.personId;
  const rows = context.tx.selectFrom('survey_evaluation').selectAll().where('round_id', '=', round.id);
  return (await rows.orderBy('called_at', 'desc').orderBy('id').execute()).map((row) => ({
    id: row.id,
    calledBy: named(names, row.called_by_id),
    calledAt: row.called_at,
    meetsAt: row.meets_at,
    people: row.people.map((one) => named(names, one)),
    decided: row.decided,
    decidedAt: row.decided_at,
    decidedBy: named(names, row.decided_by_id),
    can: {
      decide:
        (row.decided_at === null ? whyNotIn(round.state, 'running') : refusal('survey.decided')) ??
        (row.called_by_id === me || row.people.some((one) => one === me) ? null : refusal('survey.not_yours')) ??
        (row.meets_at > context.now ? refusal('survey.not_met') : null),
    },
  }));
}

export async function causesIn(context: Context, round: Round, names: Names): Promise<SurveyPage['causes']> {
  const causes = await causesOf(context, round.id);
  const parents = new Set<string | null>(causes.map((one) => one.parent_id));
  const run = can(context.actor, 'survey.run', thingOfRound(round));
  const trace = whyNotIn(round.state, 'running') ?? run;
  return causes.map((one) => {
    const isEnd = !parents.has(one.id);
    const end = isEnd ? (one.done_at === null ? null : refusal('survey.measure_done')) : refusal('survey.not_an_end');
    const mine = one.measure_by_id === context.actor.personId ? null : run;
    return {
      id: one.id,
      problem: one.problem,
      parentId: one.parent_id,
      branch: one.sort,
      text: one.text,
      measure:
        one.measure === null
          ? null
          : {
              text: one.measure,
              person: named(names, one.measure_by_id)!,
              dueOn: one.due_on!,
              doneAt: one.done_at,
              doneBy: named(names, one.done_by_id),
              doneText: one.done_text,
            },
      isEnd,
      can: {
        refine: trace ?? (one.measure === null ? null : refusal('survey.has_measure')),
        measure: trace ?? end,
        report: one.measure === null ? refusal('survey.no_measure') : (mine ?? end),
        drop: trace ?? end,
      },
    };
  });
}

type Item = {
  id: Id<'survey_item'>;
  problem: string;
  procedure: Procedure;
  subject_type: ItemSubject;
  subject_id: string;
  number: number | null;
  by_id: Id<'person'>;
  at: Instant;
};

export async function itemsIn(context: Context, round: Round, names: Names): Promise<SurveyPage['items']> {
  const { rows } = await sql<Item>`
    select i.*, coalesce(m.number, n.number)::int as number from survey_item i
    left join improvement m on m.id = i.subject_id left join rectification n on n.id = i.subject_id
    where i.round_id = ${round.id} order by i.at desc, i.id desc`.execute(context.tx);
  return rows.map((row) => ({
    id: row.id,
    problem: row.problem,
    procedure: row.procedure,
    about: row.subject_type,
    aboutId: row.subject_id,
    number: row.number,
    by: named(names, row.by_id),
    at: row.at,
  }));
}
