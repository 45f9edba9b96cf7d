import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { placesOut } from '../../../src/place/view.ts';
import { periodOptions } from '../../matter/periods.ts';
import { satisfactionWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import type { Filter, FilterOption } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { said, t } from '../../words/words.ts';
import type { View, VisitSearch } from './search.ts';
import { outcomes } from './search.ts';
import type { VisitLine } from './visits.ts';
import { stateWords } from './visits.ts';

const route = getRouteApi('/inside/return-visits');

type Places = z.output<typeof placesOut>;

/** What narrows the list, as a sentence; it stands in the address. */
export function VisitFilters({ view, rows }: { view: View; rows: readonly VisitLine[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<VisitSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const places = usePlaces(view === 'due');
  const filters = {
    due: [
      mineFilter(search, set, t('return_visits.mine')),
      ruleFilter(search, set, rows),
      placeFilter(search, set, places),
      lateFilter(search, set),
    ],
    sign: [mineFilter(search, set, t('return_visits.mine_sign'))],
    record: recordFilters(search, set),
  };
  return <FilterSentence subject={t(`return_visits.subject_${view}`)} filters={filters[view]} />;
}

type Change = (change: Partial<VisitSearch>) => void;

function yesFilter(key: 'mine' | 'late', name: string, label: string, search: VisitSearch, set: Change): Filter {
  return {
    key,
    name,
    says: () => label,
    options: [{ value: 'yes', label }],
    value: search[key] ? 'yes' : null,
    set: (value) => set({ [key]: value === 'yes' ? true : undefined }),
  };
}

const mineFilter = (search: VisitSearch, set: Change, label: string): Filter =>
  yesFilter('mine', t('return_visits.filter_mine'), label, search, set);

const lateFilter = (search: VisitSearch, set: Change): Filter =>
  yesFilter('late', t('return_visits.filter_late'), t('return_visits.late'), search, set);

/** The rules of what is listed: a rule under which nobody is due need not be offered. */
function ruleFilter(search: VisitSearch, set: Change, rows: readonly VisitLine[]): Filter {
  const names = new Map(rows.map((row) => [row.rule, said(row.ruleName)]));
  return {
    key: 'rule',
    name: t('return_visits.filter_rule'),
    says: ({ label }) => t('return_visits.says_rule', { name: label }),
    options: [...names].map(([value, label]) => ({ value, label })),
    value: search.rule ?? null,
    set: (value) => set({ rule: value ?? undefined }),
  };
}

function placeFilter(search: VisitSearch, set: Change, options: readonly FilterOption[]): Filter {
  return {
    key: 'place',
    name: t('return_visits.filter_place'),
    says: ({ label }) => t('return_visits.says_place', { name: label }),
    options,
    value: search.place ?? null,
    set: (value) => set({ place: value ?? undefined }),
  };
}

/** The estates, or the buildings of the only one: rounds are made building by building. */
function usePlaces(enabled: boolean): FilterOption[] {
  const estates = useRead<Places>('places', { about: ['place'], enabled }).data?.items ?? [];
  const only = estates.length === 1 ? estates[0]!.id : null;
  const inside = useRead<Places>('places', {
    about: ['place'],
    query: { parent: only, limit: 200 },
    enabled: enabled && only !== null,
  });
  const shown = only === null ? estates : (inside.data?.items ?? []);
  return shown.map((place) => ({ value: place.id, label: place.name || place.code }));
}

function recordFilters(search: VisitSearch, set: Change): Filter[] {
  return [
    {
      key: 'period',
      name: t('period.filter'),
      says: (option) => option.label,
      options: periodOptions(),
      value: search.period ?? null,
      set: (value) => set({ period: (value ?? undefined) as VisitSearch['period'] }),
    },
    {
      key: 'state',
      name: t('return_visits.filter_state'),
      says: (option) => option.label,
      options: outcomes.map((value) => ({ value, label: stateWords(value) })),
      value: search.state ?? null,
      set: (value) => set({ state: (value ?? undefined) as VisitSearch['state'] }),
    },
    {
      key: 'satisfaction',
      name: t('return_visits.filter_satisfaction'),
      says: (option) => option.label,
      options: [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: satisfactionWords(value) })),
      value: search.satisfaction ? String(search.satisfaction) : null,
      set: (value) => set({ satisfaction: value ? Number(value) : undefined }),
    },
    {
      key: 'fault',
      name: t('return_visits.filter_fault'),
      says: (option) => option.label,
      options: [
        { value: 'yes', label: t('return_visits.with_fault') },
        { value: 'no', label: t('return_visits.without_fault') },
      ],
      value: search.fault === undefined ? null : search.fault ? 'yes' : 'no',
      set: (value) => set({ fault: value === null ? undefined : value === 'yes' }),
    },
  ];
}
