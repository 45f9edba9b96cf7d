import { ARTICLE_SORTS, AUDIENCES } from '../../../src/knowledge/article.ts';
import { STANDINGS } from '../../../src/knowledge/process.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const views = ['articles', 'reviews', 'readings', 'standards', 'processes', 'tests', 'amendments'] as const;
export type View = (typeof views)[number];

/** What the address of the knowledge base says. */
export type KnowledgeSearch = {
  view?: View | undefined;
  q?: string | undefined;
  sort?: (typeof ARTICLE_SORTS)[number] | undefined;
  audience?: (typeof AUDIENCES)[number] | undefined;
  department?: string | undefined;
  owner?: string | undefined;
  post?: string | undefined;
  standing?: (typeof STANDINGS)[number] | undefined;
  state?: 'retired' | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function knowledgeSearch(given: Record<string, unknown>): KnowledgeSearch {
  const typed = typeof given['q'] === 'string' || typeof given['q'] === 'number' ? String(given['q']) : '';
  return {
    view: views.find((one) => one === given['view']),
    q: typed.slice(0, 200) || undefined,
    sort: ARTICLE_SORTS.find((one) => one === given['sort']),
    audience: AUDIENCES.find((one) => one === given['audience']),
    department: idIn(given['department']),
    owner: idIn(given['owner']),
    post: idIn(given['post']),
    standing: STANDINGS.find((one) => one === given['standing']),
    state: given['state'] === 'retired' ? 'retired' : undefined,
  };
}

export function queryOf({ view: _, post: __, standing: ___, ...narrowed }: KnowledgeSearch): Query {
  return narrowed;
}

/** From which matter a new article begins, or of which sort. */
export function newSearch(given: Record<string, unknown>): { from?: string; sort?: string } {
  const from = idIn(given['from']);
  const sort = ARTICLE_SORTS.find((one) => one === given['sort']);
  return { ...(from ? { from } : {}), ...(sort ? { sort } : {}) };
}
