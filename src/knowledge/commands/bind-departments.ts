import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { isAnyOpen } from '../../commitment/rows.ts';
import { oweConfirmation } from '../../duty-statement/commands/owe-confirmation.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { departmentHere } from '../../organisation/here.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotAmend, whyNotWrite } from '../article.ts';
import type { Article } from '../facts.ts';
import { lockSeen } from '../facts.ts';

type Bind = { version: number; departmentIds: readonly Id<'department'>[] };

/**
 * Which departments a principle or standard of the house binds, all of them anew (QUAL-01). Each that is new is asked for its word on
 * the version in force; one that is bound no more owes none. What was confirmed stays.
 */
export async function bindDepartments(context: Context, id: Id<'article'>, input: Bind): Promise<void> {
  const article = await lockSeen(context, id, input.version);
  orForbid(whyNotWrite(context.actor, article));
  // what binds is what may be amended: a rule of the house that holds
  orRefuse(whyNotAmend(article));
  for (const departmentId of input.departmentIds) {
    const department = await departmentHere(context.tx, departmentId, article.centre_id);
    if (department.outsideFirm) throw new Invalid('article.binds_the_house', { path: 'departmentIds' });
  }
  const { tx } = context;
  await tx.deleteFrom('article_binding').where('article_id', '=', id).execute();
  const bound = [...new Set(input.departmentIds)].map((departmentId) => ({
    article_id: id,
    department_id: departmentId,
  }));
  if (bound.length > 0) await tx.insertInto('article_binding').values(bound).execute();
  await dropAcceptances(
    context,
    article,
    bound.map((one) => one.department_id),
  );
  await askDepartments(context, article);
  await record(context, {
    subject: { type: 'article', id },
    type: 'article.departments_bound',
    data: { version: article.version, departments: input.departmentIds },
  });
}

/** Every department bound is asked for its word on the version in force; whoever was asked is not asked twice. */
export async function askDepartments(context: Context, article: Article): Promise<void> {
  const bound = await context.tx
    .selectFrom('article_binding')
    .select('department_id')
    .where('article_id', '=', article.id)
    .orderBy('department_id')
    .execute();
  for (const { department_id: departmentId } of bound) await ask(context, article, departmentId);
}

async function ask(context: Context, article: Article, departmentId: Id<'department'>): Promise<void> {
  const { tx, now } = context;
  const id = newId<'article_acceptance'>(now);
  await tx
    .insertInto('article_acceptance')
    .values({ id, article_id: article.id, version: article.version, department_id: departmentId, asked_at: now })
    .onConflict((conflict) => conflict.columns(['article_id', 'version', 'department_id']).doNothing())
    .execute();
  const asked = await tx
    .selectFrom('article_acceptance')
    .select(['id', 'confirmed_at'])
    .where('article_id', '=', article.id)
    .where('version', '=', article.version)
    .where('department_id', '=', departmentId)
    .executeTakeFirstOrThrow();
  if (asked.confirmed_at !== null || (await isAnyOpen(tx, { subjectId: asked.id }))) return;
  // bound again after it had been set free: it is owed anew
  await oweConfirmation(context, {
    kind: OWED_AS.acceptance,
    subject: { type: 'article_acceptance', id: asked.id },
    personId: (await headOfDepartment(context, departmentId)) ?? actingPerson(context),
    centreId: article.centre_id,
    departmentId,
    limitOf: 'confirmStandard',
  });
  await record(context, {
    subject: { type: 'article_acceptance', id: asked.id },
    type: 'article.acceptance_asked',
    data: { article: article.id, version: article.version, department: departmentId },
  });
}

/** What was asked of departments other than these is owed no more: of all of them where a newer version is in force, or none. */
export async function dropAcceptances(
  context: Context,
  article: Pick<Article, 'id'>,
  but: readonly Id<'department'>[] = [],
): Promise<void> {
  const open = await context.tx
    .selectFrom('article_acceptance')
    .innerJoin('commitment', 'commitment.subject_id', 'article_acceptance.id')
    .select(['commitment.id', 'article_acceptance.department_id'])
    .where('article_id', '=', article.id)
    .where('confirmed_at', 'is', null)
    .where('settled_at', 'is', null)
    .execute();
  const freed = open.filter(({ department_id }) => !but.includes(department_id));
  await cancelCommitments(context, { ids: freed.map(({ id }) => id), reason: 'written_anew' });
}
