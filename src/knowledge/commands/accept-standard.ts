import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../article.ts';
import { lockSeen } from '../facts.ts';

type Accept = { version: number; departmentId: Id<'department'> };

/** The head of a department says, with the day, that it works by the version in force (QUAL-01); or who stands in for him. */
export async function acceptStandard(context: Context, id: Id<'article'>, input: Accept): Promise<void> {
  const me = actingPerson(context);
  await lockSeen(context, id, input.version);
  const asked = await context.tx
    .selectFrom('article_acceptance')
    .innerJoin('article_binding', (join) =>
      join
        .onRef('article_binding.article_id', '=', 'article_acceptance.article_id')
        .onRef('article_binding.department_id', '=', 'article_acceptance.department_id'),
    )
    .select(['article_acceptance.id', 'confirmed_at'])
    .where('article_acceptance.article_id', '=', id)
    .where('version', '=', input.version)
    .where('article_acceptance.department_id', '=', input.departmentId)
    .executeTakeFirst();
  if (!asked) throw new NotFound('article.not_bound');
  if ((await headOfDepartment(context, input.departmentId)) !== me) throw new Forbidden('article.head_confirms');
  orRefuse(asked.confirmed_at === null ? null : refusal('article.accepted_already'));
  await context.tx
    .updateTable('article_acceptance')
    .set({ confirmed_at: context.now, confirmed_by_id: me })
    .where('id', '=', asked.id)
    .execute();
  await keepCommitments(context, { subjectId: asked.id, kinds: [OWED_AS.acceptance] });
  await record(context, {
    subject: { type: 'article_acceptance', id: asked.id },
    type: 'article.accepted',
    data: { article: id, version: input.version, department: input.departmentId },
  });
}
