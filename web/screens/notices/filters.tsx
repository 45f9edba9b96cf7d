import { getRouteApi } from '@tanstack/react-router';
import { useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import type { Filter } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { said, t } from '../../words/words.ts';
import { sourceWords } from './list-notices.ts';
import type { NoticeSearch, View } from './search.ts';
import { sources, ways } from './search.ts';

const route = getRouteApi('/inside/notices');

/** What narrows the list, as a sentence; it stands in the address. */
export function NoticeFilters({ view }: { view: View }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const set = (change: Partial<NoticeSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const department: Filter = {
    key: 'department',
    name: t('notices.filter_department'),
    says: ({ label }) => t('notices.says_department', { name: label }),
    options: departments.map((one) => ({ value: one.id, label: said(one.name) })),
    value: search.department ?? null,
    set: (value) => set({ department: value ?? undefined }),
  };
  const source: Filter = {
    key: 'source',
    name: t('notices.filter_source'),
    says: (option) => option.label,
    options: sources.map((value) => ({ value, label: sourceWords(value) })),
    value: search.source ?? null,
    set: (value) => set({ source: (value ?? undefined) as NoticeSearch['source'] }),
  };
  const way: Filter = {
    key: 'way',
    name: t('notices.filter_way'),
    says: (option) => option.label,
    options: ways.map((value) => ({ value, label: t(`notices.way_${value}`) })),
    value: search.way ?? null,
    set: (value) => set({ way: (value ?? undefined) as NoticeSearch['way'] }),
  };
  const period: Filter = {
    key: 'period',
    name: t('period.filter'),
    says: (option) => option.label,
    options: periodOptions(),
    value: search.period ?? null,
    set: (value) => set({ period: (value ?? undefined) as NoticeSearch['period'] }),
  };
  if (view === 'findings')
    return <FilterSentence subject={t('notices.subject_findings')} filters={[period, department, way]} />;
  const filters = view === 'all' ? [period, department, source] : [department, source];
  return <FilterSentence subject={t('notices.subject')} filters={filters} />;
}
