import type { Ladder } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { Actor, Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';

/** What sort of knowledge it is; each is looked at anew after its own time. */
export const ARTICLE_SORTS = [
  'guide',
  'product',
  'policy',
  'rules',
  'process',
  'work_guide',
  'service',
  'experience',
] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

/** Within so many days an amendment that was adopted stands in a version. */
export const REVISION_DAYS = 14;

/** What holds until it is worded anew, so that whoever works by it may say that it no longer fits (RULE-01). */
export const AMENDED: readonly ArticleSort[] = ['rules', 'process'];

export const AUDIENCES = ['staff', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Days until an article is looked at again, where the house has not said otherwise. */
export const REVIEW_DAYS: Readonly<Record<ArticleSort, number>> = {
  guide: 180,
  product: 90,
  policy: 180,
  rules: 365,
  process: 180,
  work_guide: 180,
  service: 180,
  experience: 365,
};

/** The review is work from so many days before it is due: half a year ahead it would only be in the way. */
export const REVIEW_AHEAD_DAYS = 14;

export const OWED_AS = {
  review: 'review_article',
  amendment: 'decide_amendment',
  revision: 'revise_article',
  reading: 'confirm_reading',
  acceptance: 'confirm_standard',
} as const;

/** The owner hears as it begins, once more before its end and at it; after it those above. */
export const REVIEW_LADDER: Ladder = [
  { at: { share: 0 }, do: 'warn', to: 'owner' },
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'P3D', basis: 'clock' }, do: 'warn', to: 'supervisor' },
  { at: { after: 'P7D', basis: 'clock' }, do: 'warn', to: 'centre_manager' },
];

/** Sorts that say where they are from and since when they hold, so that an answer can cite them (KNOW-03). */
const CITED: readonly ArticleSort[] = ['policy', 'work_guide', 'service'];
export const isCited = (sort: ArticleSort): boolean => CITED.includes(sort);

/** What every version says. */
export type ArticleFacts = {
  sort: ArticleSort;
  audience: Audience;
  departmentId: Id<'department'> | null;
  mustRead: boolean;
  language: Language;
  title: Words;
  body: Words;
  source: string;
  inForceOn: string | null;
  customerSort: string;
  situation: string;
  wasSaid: string;
  worked: string;
};

/** What is missing, by the field that is to blame: each sort asks for its own. */
export function whyNotWhole(facts: ArticleFacts): Refusal | null {
  const missing = (path: string) => refusal('article.incomplete', { path });
  if (facts.title[facts.language] === '') return missing(`title.${facts.language}`);
  if (facts.sort === 'experience') {
    const empty = (['customerSort', 'situation', 'wasSaid', 'worked'] as const).find((key) => facts[key] === '');
    return empty ? missing(empty) : null;
  }
  if (facts.body[facts.language] === '') return missing(`body.${facts.language}`);
  if (!isCited(facts.sort)) return null;
  if (facts.source === '') return missing('source');
  return facts.inForceOn === null ? missing('inForceOn') : null;
}

/** Notes about customers stay within the house, and what customers read is narrowed to nobody. */
export function whyNotFor({ sort, audience, departmentId, mustRead }: ArticleFacts): Refusal | null {
  if (audience === 'staff') return null;
  if (sort === 'experience') return refusal('article.experience_is_inside', { path: 'audience' });
  if (mustRead) return refusal('article.public_is_not_asked', { path: 'mustRead' });
  return departmentId === null ? null : refusal('article.public_is_for_all', { path: 'departmentId' });
}

export type Owner = { owner_id: Id<'person'> | null; owner_post_id: Id<'post'> | null };
export type Standing = Owner & {
  sort: ArticleSort;
  audience: Audience;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  must_read: boolean;
  retired_at: unknown;
};

export function isOwner(actor: Actor, { owner_id, owner_post_id }: Owner): boolean {
  return owner_id === null ? actor.posts.some(({ id }) => id === owner_post_id) : owner_id === actor.personId;
}

export function thingOf(actor: Actor, article: Standing): Thing {
  return {
    people: isOwner(actor, article) ? [actor.personId] : [],
    departments: [article.department_id],
    centreId: article.centre_id,
  };
}

/**
 * Whoever may write may write what stands in his reach; a note of experience everybody may write, and change his own. What
 * customers read, what all must read, and the rules of the house are for whoever may publish.
 */
export function whyNotWrite(actor: Actor, article: Standing): Refusal | null {
  if (article.retired_at !== null) return refusal('article.retired');
  if (article.sort === 'experience' && isOwner(actor, article)) return null;
  const thing = thingOf(actor, article);
  const may = can(actor, 'knowledge.write', thing);
  const forAll = article.audience === 'public' || article.sort === 'rules' || article.must_read;
  return may ?? (forAll ? can(actor, 'knowledge.publish', thing) : null);
}

/** That it is still right says its owner, or whoever might have written it. */
export function whyNotConfirm(actor: Actor, article: Standing): Refusal | null {
  if (article.retired_at !== null) return refusal('article.retired');
  return isOwner(actor, article) ? null : whyNotWrite(actor, article);
}

/** Retired it is kept and found no more; whoever might write it may bring it back. */
export function whyNotRetire(actor: Actor, article: Standing): Refusal | null {
  return whyNotWrite(actor, { ...article, retired_at: null });
}

/** Only a process that holds binds posts and has a training (QUAL-02). */
export function whyNotTrain(article: Standing): Refusal | null {
  if (article.sort !== 'process') return refusal('article.no_process');
  return article.retired_at === null ? null : refusal('article.retired');
}

export function whyNotAmend(article: Standing): Refusal | null {
  if (!AMENDED.includes(article.sort)) return refusal('article.no_rules');
  return article.retired_at === null ? null : refusal('article.retired');
}
