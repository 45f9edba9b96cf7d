import type { Id } from '../kernel/id.ts';
import { askNewcomerToRead } from '../knowledge/commands/ask-to-read.ts';
import { indexAfterErasing } from '../knowledge/commands/forget-in-search.ts';
import { addArticle } from '../knowledge/commands/write-article.ts';
import { addArticleInput } from '../knowledge/inputs.ts';
import { headOfDepartment, holdersOf } from '../organisation/queries.ts';
import { packs } from '../pack/registry.ts';
import type { Context, Event, Reaction } from '../platform/context.ts';
import { tell, tellOf } from './tell.ts';

type Person = Id<'person'>;
type Owned = { owner: Person | null; post: Id<'post'> | null };

/** The person who answers for it, or everybody who holds the post that does. */
async function owners(context: Context, { owner, post }: Owned): Promise<readonly Person[]> {
  if (owner !== null) return [owner];
  return post === null ? [] : holdersOf(context, { postId: post });
}

export const tellToRead: Reaction = async (context, event) => {
  const { person, article } = event.data as { person: Person; article: Id<'article'> };
  const about = { subject: { type: 'article' as const, id: article }, ticketId: null };
  await tell(context, [person], { type: 'article.to_read', params: { by: context.actor.personId }, ...about });
};

/** The head of a department that a standard binds is asked for its word. */
export const tellToAccept: Reaction = async (context, event) => {
  const { department } = event.data as { department: Id<'department'> };
  const head = await headOfDepartment(context, department);
  await tellOf(context, event, [head], { type: 'article.to_accept', params: { by: context.actor.personId } });
};

/** That it helped nobody needs to be told. */
export const tellUnhelpful: Reaction = async (context, event) => {
  const data = event.data as Owned & { helpful: boolean };
  if (data.helpful) return;
  const params = { by: context.actor.personId };
  await tellOf(context, event, await owners(context, data), { type: 'article.unhelpful', params });
};

export const tellAmendmentProposed: Reaction = async (context, event) => {
  const params = { by: context.actor.personId };
  const to = await owners(context, event.data as Owned);
  await tellOf(context, event, to, { type: 'article.amendment_proposed', params });
};

export const tellAmendmentDecided: Reaction = async (context, event) => {
  const { to } = event.data as { to: Person };
  const params = { by: context.actor.personId };
  await tellOf(context, event, [to], { type: 'article.amendment_decided', params });
};

/** A new holder of a post reads what everybody there must have read (KNOW-07); who deputises was asked in his own. */
export const askNewcomerWhatToRead: Reaction = async (context, event: Event) => {
  const { deputyRank } = event.data as { deputyRank: number | null };
  if (deputyRank === null) await askNewcomerToRead(context, event.subject.id as Person);
};

export const forgetInSearch: Reaction = (context, event) => indexAfterErasing(context, event.subject.id);

/** A new centre begins with the articles that its pack ships; they are its own from then on. */
export const takeOverArticles: Reaction = async (context) => {
  const shipped = (await packs()).get(context.organisation.pack)?.articles ?? [];
  if (shipped.length === 0) return;
  const rows = await context.tx.selectFrom('post').select(['id', 'key']).execute();
  const postIds = new Map(rows.map(({ key, id }) => [key, id]));
  const there = await context.tx.selectFrom('article').select('key').where('key', 'is not', null).execute();
  const fresh = shipped.filter(({ key }) => !there.some((one) => one.key === key));
  for (const { post, ...article } of fresh) {
    const owner = { postId: postIds.get(post)! };
    await addArticle(context, addArticleInput.parse({ ...article, owner }));
  }
};
