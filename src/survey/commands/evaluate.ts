import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { evaluationInput } from '../inputs.ts';
import { whyNotIn, whyNotOne } from '../survey.ts';

/** The post named calls the statistician and whoever else is concerned to evaluate the round together (SURV-09). */
export async function callEvaluation(
  context: Context,
  roundId: Id<'survey_round'>,
  input: z.output<typeof evaluationInput>,
): Promise<Id<'survey_evaluation'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'survey_evaluation'>(now);
  if (await tx.selectFrom('survey_evaluation').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const round = await lockRound(context, roundId);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  orRefuse(whyNotIn(round.state, 'running'));
  const { calls } = round.questionnaire.posts;
  if (calls === undefined) throw new Refused('survey.nobody_calls');
  orRefuse(whyNotOne(context.actor, calls, null));
  const people = [...new Set(input.people)];
  await orNotHere(tx, people, 'people');
  if (!people.includes(round.plan!.statistician_id))
    throw new Invalid('survey.without_statistician', { path: 'people' });
  await tx
    .insertInto('survey_evaluation')
    .values({
      id,
      round_id: roundId,
      called_by_id: actingPerson(context),
      called_at: now,
      meets_at: input.meetsAt,
      people,
      decided: null,
      decided_at: null,
      decided_by_id: null,
    })
    .execute();
  await note(context, roundId, 'evaluation_called', { evaluation: id, people, meetsAt: input.meetsAt });
  return id;
}

/** What the group decided, written down by one of it or by whoever called it, once it has met. */
export async function decideEvaluation(
  context: Context,
  id: Id<'survey_evaluation'>,
  { decided }: { decided: string },
): Promise<void> {
  const { tx, now, actor } = context;
  const found = await tx.selectFrom('survey_evaluation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('survey.evaluation_unknown');
  const round = await lockRound(context, found.round_id);
  const by = actingPerson(context);
  if (found.called_by_id !== by && !found.people.includes(by)) orForbid({ code: 'survey.not_yours' });
  orRefuse(whyNotIn(round.state, 'running'));
  if (found.meets_at > now) throw new Refused('survey.not_met');
  if (found.decided_at !== null) throw new Refused('survey.decided');
  await tx
    .updateTable('survey_evaluation')
    .set({ decided, decided_at: now, decided_by_id: actor.personId })
    .where('id', '=', id)
    .execute();
  await note(context, round.id, 'evaluated', { evaluation: id });
}
