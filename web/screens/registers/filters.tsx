import { getRouteApi } from '@tanstack/react-router';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periods, periodWords } from '../../matter/periods.ts';
import type { Filter } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { said, t } from '../../words/words.ts';
import type { RegisterSearch, View } from './search.ts';

const route = getRouteApi('/inside/registers');

type Own = { key: 'state' | 'outcome'; name: string; options: { value: string; label: string }[] };
type RegisterFiltersProps = { view: View; asks: readonly ('department' | 'person')[]; own?: Own };

/** What narrows a register, as a sentence; it stands in the address. */
export function RegisterFilters({ view, asks, own }: RegisterFiltersProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const set = (change: object) => void navigate({ search: (before) => ({ ...before, ...change }) as RegisterSearch });
  const filter = (key: keyof RegisterSearch, name: string, options: Filter['options']): Filter => ({
    key,
    name,
    says: (option) => option.label,
    options,
    value: search[key] ?? null,
    set: (value) => set({ [key]: value ?? undefined }),
  });
  const people = () => peopleOptions(desk.people);
  const filters = [
    filter(
      'period',
      t('period.filter'),
      periods.map((value) => ({ value, label: periodWords(value) })),
    ),
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
    ...(asks.includes('person') ? [filter('person', t('registers.person'), people())] : []),
  ];
  return <FilterSentence subject={t(`registers.view_${view}`)} filters={filters} />;
}
