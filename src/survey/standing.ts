import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { causesOf } from './commands/trace-causes.ts';
import type { Round } from './facts.ts';
import { openEnds } from './survey.ts';

/** What stands between a round and its being submitted. */
export async function standingOf(context: Context, round: Round) {
  const { rows } = await sql<{ out: number; untyped: number; paper: number; evaluated: boolean }>`
    select count(*) filter (where x.state in ('drawn', 'handed_out'))::int as out,
      count(*) filter (where x.state = 'collected')::int as untyped,
      count(*) filter (where i.way = 'paper' and x.state in ('collected', 'answered')
        and not exists (select from survey_return t where t.receiver_id = x.id and t.way <> 'paper'))::int as paper,
      exists (select from survey_evaluation e where e.round_id = ${round.id} and e.decided_at is not null) as evaluated
    from survey_receiver x left join survey_issue i on i.id = x.issue_id where x.round_id = ${round.id}`.execute(
    context.tx,
  );
  const { out, untyped, paper, evaluated } = rows[0]!;
  return {
    state: round.state,
    out,
    untyped,
    paper,
    unevaluated: round.questionnaire.posts.calls !== undefined && !evaluated,
    openEnds: openEnds(await causesOf(context, round.id)).length,
  };
}
