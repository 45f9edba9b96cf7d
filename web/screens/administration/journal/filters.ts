import { peopleOptions, useDesk } from '../../../matter/kinds.ts';
import type { Period } from '../../../matter/periods.ts';
import { periods, periodWords } from '../../../matter/periods.ts';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import { t } from '../../../words/words.ts';

type Common = { period?: Period | undefined; person?: string | undefined };

/** Period and person: what both lists are narrowed by. */
export function useCommonFilters(search: Common, set: (change: Common) => void): Filter[] {
  const { people } = useDesk();
  return [
    {
      key: 'period',
      name: t('period.filter'),
      says: (option) => option.label,
      options: periods.map((value) => ({ value, label: periodWords(value) })),
      value: search.period ?? null,
      set: (value) => set({ period: (value ?? undefined) as Period | undefined }),
    },
    {
      key: 'person',
      name: t('journal.by'),
      says: ({ label }) => t('journal.says_by', { name: label }),
      options: peopleOptions(people),
      value: search.person ?? null,
      set: (value) => set({ person: value ?? undefined }),
    },
  ];
}
