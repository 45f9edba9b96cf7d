import { openImprovement } from '../../improvement/commands/open-improvement.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { issueNotice } from '../../rectification/commands/issue-notice.ts';
import { recordFinding } from '../../rectification/commands/record-finding.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { ItemInput } from '../inputs.ts';
import { resultsOf } from '../results.ts';
import type { ItemSubject } from '../survey.ts';
import { addCause } from './trace-causes.ts';

/**
 * A problem that the answers name is opened as an item: a finding of the inspection, a rectification notice, a corrective action, or a
 * cause-and-effect chart (SURV-10). Each asks the right that its own procedure asks; a problem once under each.
 */
export async function openItem(context: Context, id: Id<'survey_round'>, input: ItemInput): Promise<Id<'survey_item'>> {
  const { tx, now } = context;
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.run', thingOfRound(round)));
  if (round.confirmed_at === null) orRefuse({ code: 'survey.not_running' });
  const { problems } = await resultsOf(context, round);
  if (!problems.some(({ key }) => key === input.problem))
    throw new Invalid('survey.problem_unknown', { path: 'problem' });
  const { procedure, problem } = input;
  const before = await tx
    .selectFrom('survey_item')
    .select('id')
    .where('round_id', '=', id)
    .where('problem', '=', problem)
    .where('procedure', '=', procedure)
    .executeTakeFirst();
  if (before) throw new Refused('survey.item_open');
  const opened = await open(context, id, input);
  const itemId = newId<'survey_item'>(now);
  await tx
    .insertInto('survey_item')
    .values({ id: itemId, round_id: id, problem, procedure, ...opened, by_id: actingPerson(context), at: now })
    .execute();
  await note(context, id, 'item_opened', {
    problem,
    procedure,
    about: opened.subject_type,
    aboutId: opened.subject_id,
  });
  return itemId;
}

type Opened = { subject_type: ItemSubject; subject_id: string };

async function open(context: Context, id: Id<'survey_round'>, input: ItemInput): Promise<Opened> {
  switch (input.procedure) {
    case 'inspection': {
      const { departmentId, text, way } = input;
      return { subject_type: 'finding', subject_id: await recordFinding(context, { departmentId, text, way }) };
    }
    case 'nonconformity': {
      const { departmentId, text: findings, deadlineAt } = input;
      const notice = await issueNotice(context, { departmentId, findings, deadlineAt });
      return { subject_type: 'rectification', subject_id: notice };
    }
    case 'capa': {
      const { procedure: _, problem: __, ...action } = input;
      const sources = [{ type: 'survey_round' as const, id }];
      return { subject_type: 'improvement', subject_id: await openImprovement(context, { ...action, sources }) };
    }
    case 'statistics': {
      const { problem, branch, text } = input;
      return { subject_type: 'survey_cause', subject_id: await addCause(context, id, { problem, branch, text }) };
    }
  }
}
