import { getRouteApi } from '@tanstack/react-router';
import { ARTICLE_SORTS, AUDIENCES } from '../../../src/knowledge/article.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { said, t } from '../../words/words.ts';
import { sortWords } from './knowledge.ts';

const route = getRouteApi('/inside/knowledge');

/** What narrows the articles, as a sentence; it stands in the address. */
export function ArticleFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments, people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    filter(
      'sort',
      t('knowledge.sort'),
      ARTICLE_SORTS.map((value) => ({ value, label: sortWords(value) })),
    ),
    filter(
      'audience',
      t('knowledge.audience'),
      AUDIENCES.map((value) => ({ value, label: t(`knowledge.audience_${value}`) })),
    ),
    filter(
      'department',
      t('knowledge.department'),
      departments.map((one) => ({ value: one.id, label: said(one.name) })),
    ),
    filter('owner', t('knowledge.owner'), peopleOptions(people)),
    filter('state', t('knowledge.state'), [{ value: 'retired', label: t('knowledge.retired') }]),
  ];
  return <FilterSentence subject={t('knowledge.view_articles')} filters={filters} />;
}
