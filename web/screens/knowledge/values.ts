import type { ArticleSort, Audience } from '../../../src/knowledge/article.ts';
import type { Words } from '../../../src/kernel/words.ts';
import type { Language } from '../../words/languages.ts';
import { language } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';
import { untranslated } from '../../../src/kernel/words.ts';

export type Values = {
  sort: ArticleSort;
  audience: Audience;
  departmentId: string | null;
  /** `person:` or `post:` and its id; null: whoever writes it. */
  owner: string | null;
  mustRead: boolean;
  language: Language;
  title: Words;
  body: Words;
  source: string;
  inForceOn: string;
  customerSort: string;
  situation: string;
  wasSaid: string;
  worked: string;
  why: string;
  amendments: string[];
};

const EMPTY = untranslated('');

/** A new one, begun from a solved matter or empty. */
export function newValues(sort: ArticleSort, begun?: { title: string; body: string }): Values {
  const written = language();
  return {
    sort,
    audience: 'staff',
    departmentId: null,
    owner: null,
    mustRead: false,
    language: written,
    title: { ...EMPTY, [written]: begun?.title ?? '' },
    body: { ...EMPTY, [written]: begun?.body ?? '' },
    source: '',
    inForceOn: '',
    customerSort: '',
    situation: '',
    wasSaid: '',
    worked: '',
    why: '',
    amendments: [],
  };
}

export function valuesOf(article: ArticleView): Values {
  const { owner } = article;
  return {
    sort: article.sort,
    audience: article.audience,
    departmentId: article.department?.id ?? null,
    owner: owner.person ? `person:${owner.person.id}` : owner.post ? `post:${owner.post.id}` : null,
    mustRead: article.mustRead,
    language: article.language,
    title: article.title,
    body: article.body,
    source: article.source,
    inForceOn: article.inForceOn ?? '',
    customerSort: article.customerSort,
    situation: article.situation,
    wasSaid: article.wasSaid,
    worked: article.worked,
    why: '',
    amendments: [],
  };
}

function ownerOf(owner: string | null) {
  if (owner === null) return {};
  const [kind, id] = owner.split(':');
  return { owner: kind === 'post' ? { postId: id } : { personId: id } };
}

/** What both a new article and a new version send. */
export function factsOf({ owner, inForceOn, why: _, amendments: __, ...values }: Values) {
  return { ...values, ...ownerOf(owner), inForceOn: inForceOn === '' ? null : inForceOn };
}
