import { getRouteApi } from '@tanstack/react-router';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { said, t } from '../../words/words.ts';
import type { View } from './search.ts';

const route = getRouteApi('/inside/registers');

type Own = { key: 'state' | 'outcome'; name: string; options: { value: string; label: string }[] };
type RegisterFiltersProps = { view: View; asks: readonly ('department' | 'person')[]; own?: Own };

/** What narrows a register, as a sentence; it stands in the address. */
export function RegisterFilters({ view, asks, own }: RegisterFiltersProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    filter('period', t('period.filter'), periodOptions()),
    ...(own ? [filter(own.key, own.name, own.options)] : []),
    ...(asks.includes('department')
      ? [
          filter(
            'department',
            t('registers.department'),
            desk.departments.map((one) => ({ value: one.id, label: said(one.name) })),
          ),
        ]
      : []),
    ...(asks.includes('person') ? [filter('person', t('registers.person'), peopleOptions(desk.people))] : []),
  ];
  return <FilterSentence subject={t(`registers.view_${view}`)} filters={filters} />;
}
