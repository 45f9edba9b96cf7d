import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { departmentHere, orNotHere } from '../../organisation/here.ts';
import { posts } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ArticleFacts, Owner } from '../article.ts';
import { whyNotFor, whyNotWhole, whyNotWrite } from '../article.ts';
import type { Article } from '../facts.ts';
import { lockSeen } from '../facts.ts';
import type { AddArticle, ReviseArticle } from '../inputs.ts';
import { askToRead, dropReadings } from './ask-to-read.ts';
import { askDepartments, dropAcceptances } from './bind-departments.ts';
import { carryAmendments } from './carry-amendments.ts';
import { fromSolvedTicket } from './from-ticket.ts';
import { indexArticle } from './index-article.ts';
import { oweNextReview } from './owe-review.ts';

/** An article, with who answers for it (KNOW-01). The same id again writes nothing twice. */
export async function addArticle(context: Context, input: AddArticle): Promise<Id<'article'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'article'>(now);
  if (await tx.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const from = input.fromTicketId ? await fromSolvedTicket(context, input.fromTicketId, input) : null;
  const article: Article = {
    ...(await standing(context, input, from?.centre_id ?? (await centreOf(context)))),
    id,
    key: input.key ?? null,
    version: 1,
    from_ticket_id: from?.id ?? null,
    confirmed_at: now,
    confirmed_by_id: context.actor.personId,
    retired_at: null,
    retired_by_id: null,
  };
  orForbid(whyNotWrite(context.actor, article));
  await tx.insertInto('article').values(article).execute();
  await writeVersion(context, article, input);
  const data = { sort: article.sort, audience: article.audience, fromTicket: article.from_ticket_id };
  await record(context, { subject: { type: 'article', id }, type: 'article.added', data });
  return id;
}

/** A new version; what it said before stays, with who wrote it, when and why. Writing it anew is looking at it anew. */
export async function reviseArticle(context: Context, id: Id<'article'>, input: ReviseArticle): Promise<number> {
  const { actor, now } = context;
  const before = await lockSeen(context, id, input.version);
  orForbid(whyNotWrite(actor, before));
  const article: Article = {
    ...before,
    ...(await standing(context, input, before.centre_id)),
    version: before.version + 1,
    confirmed_at: now,
    confirmed_by_id: actor.personId,
  };
  orForbid(whyNotWrite(actor, article));
  const { id: _, ...changed } = article;
  await context.tx.updateTable('article').set(changed).where('id', '=', id).execute();
  await dropReadings(context, article);
  await dropAcceptances(context, article);
  await writeVersion(context, article, input);
  await carryAmendments(context, article, input.amendments);
  const data = { version: article.version, sort: article.sort, audience: article.audience };
  await record(context, { subject: { type: 'article', id }, type: 'article.revised', data });
  return article.version;
}

/** What holds for all versions, asked for by the newest. */
async function standing(context: Context, input: ArticleFacts & Pick<AddArticle, 'owner'>, centreId: Id<'centre'>) {
  const wrong = whyNotWhole(input) ?? whyNotFor(input);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  if (input.departmentId !== null) await departmentHere(context.tx, input.departmentId, centreId);
  return {
    sort: input.sort,
    audience: input.audience,
    department_id: input.departmentId,
    must_read: input.mustRead,
    centre_id: centreId,
    ...(await ownerOf(context, input.owner)),
  };
}

async function ownerOf(context: Context, owner: AddArticle['owner']): Promise<Owner> {
  if (owner === undefined) return { owner_id: actingPerson(context), owner_post_id: null };
  if ('personId' in owner) {
    await orNotHere(context.tx, [owner.personId], 'owner.personId');
    return { owner_id: owner.personId, owner_post_id: null };
  }
  if (!(await posts(context)).has(owner.postId)) throw new Invalid('post.unknown', { path: 'owner.postId' });
  return { owner_id: null, owner_post_id: owner.postId };
}

async function writeVersion(context: Context, article: Article, input: ArticleFacts & { why?: string }): Promise<void> {
  const said = {
    language: input.language,
    source: input.source,
    in_force_on: input.inForceOn,
    customer_sort: input.customerSort,
    situation: input.situation,
    was_said: input.wasSaid,
    worked: input.worked,
    at: context.now,
  };
  const by = { by_id: context.actor.personId, why: input.why ?? null };
  await context.tx
    .insertInto('article_version')
    .values({
      article_id: article.id,
      version: article.version,
      ...said,
      ...by,
      title: json(input.title),
      body: json(input.body),
    })
    .execute();
  await indexArticle(context, article, { ...said, title: input.title, body: input.body });
  await oweNextReview(context, article);
  await askToRead(context, article);
  await askDepartments(context, article);
}
