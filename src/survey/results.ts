import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Round } from './facts.ts';
import type { Given, Receiver, SurveyResults } from './tally.ts';
import { tally } from './tally.ts';

/** What a round comes to: counted from the answers each time, and once it is submitted as it stood then. */
export async function resultsOf({ tx }: Context, round: Round): Promise<SurveyResults> {
  if (round.results !== null) return round.results as SurveyResults;
  const { rows: receivers } = await sql<Receiver>`
    select x.id, x.state, c.kind, c.vip from survey_receiver x join customer c on c.id = x.customer_id
    where x.round_id = ${round.id}`.execute(tx);
  const { rows: answers } = await sql<Given>`
    select a.receiver_id as receiver, a.question, a.score, a.choice, a.text from survey_answer a
    join survey_receiver x on x.id = a.receiver_id and x.answer_version = a.version
    where x.round_id = ${round.id}`.execute(tx);
  return tally(round.questionnaire, receivers, answers);
}
