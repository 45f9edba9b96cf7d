import { getRouteApi } from '@tanstack/react-router';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { useSession } from '../../session/session.ts';
import type { Filter } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { said, t } from '../../words/words.ts';
import type { OrderSearch } from './search.ts';

const route = getRouteApi('/inside/work-orders');

/** What narrows the list, as a sentence; it stands in the address. */
export function OrderFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { person } = useSession();
  const { departments, people } = useDesk();
  const set = (change: Partial<OrderSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const others = people.filter((one) => one.id !== person.id);
  const filters: Filter[] = [
    {
      key: 'state',
      name: t('work_orders.filter_state'),
      says: (option) => option.label,
      options: (['open', 'done'] as const).map((value) => ({ value, label: t(`work_orders.state_${value}`) })),
      value: search.state === 'all' ? null : (search.state ?? 'open'),
      set: (value) => set({ state: (value ?? 'all') as OrderSearch['state'] }),
    },
    {
      key: 'department',
      name: t('work_orders.filter_department'),
      says: ({ label }) => t('work_orders.says_department', { name: label }),
      options: departments.map((one) => ({ value: one.id, label: said(one.name) })),
      value: search.department ?? null,
      set: (value) => set({ department: value ?? undefined }),
    },
    {
      key: 'person',
      name: t('work_orders.filter_person'),
      says: ({ label }) => t('work_orders.says_person', { name: label }),
      options: [{ value: person.id, label: t('work_orders.me') }, ...peopleOptions(others)],
      value: search.person ?? null,
      set: (value) => set({ person: value ?? undefined }),
    },
    {
      key: 'sort',
      name: t('work_orders.filter_sort'),
      says: (option) => option.label,
      options: (['appointment', 'worst'] as const).map((value) => ({ value, label: t(`work_orders.sort_${value}`) })),
      value: search.sort ?? null,
      set: (value) => set({ sort: (value ?? undefined) as OrderSearch['sort'] }),
    },
  ];
  return <FilterSentence subject={t('work_orders.subject')} filters={filters} />;
}
