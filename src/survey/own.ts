import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Receiver } from './facts.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ownSurveyOut } from './view.ts';

/** What the holder of a link is asked; not who he is, for whoever has the link reads it. */
export async function ownSurvey(context: Context, { round_id }: Receiver): Promise<z.input<typeof ownSurveyOut>> {
  const rows = context.tx.selectFrom('survey_round').select('questionnaire').where('id', '=', round_id);
  const { name, intro, questions } = (await rows.executeTakeFirstOrThrow()).questionnaire as Questionnaire;
  return { organisation: context.organisation.name, name, intro, questions };
}
