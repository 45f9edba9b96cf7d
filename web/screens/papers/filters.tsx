import { getRouteApi } from '@tanstack/react-router';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { t } from '../../words/words.ts';
import type { PapersSearch } from './search.ts';

const route = getRouteApi('/inside/papers');

/** The filters that these lists share, over what stands in the address. */
export function useAsked() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const filter = filtersOf<PapersSearch>(
    search,
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  return {
    filter,
    period: () => filter('period', t('period.filter'), periodOptions()),
    state: <State extends string>(all: readonly State[], words: (state: State) => string) =>
      filter(
        'state',
        t('papers.state'),
        all.map((value) => ({ value, label: words(value) })),
      ),
    person: (name: string) => filter('person', name, peopleOptions(people), ({ label }) => `${name}: ${label}`),
    yes: (key: 'open' | 'late' | 'lent' | 'over', isSo: string, isNot?: string) =>
      filter(key, isSo, [
        { value: 'true', label: isSo },
        ...(isNot === undefined ? [] : [{ value: 'false', label: isNot }]),
      ]),
  };
}
