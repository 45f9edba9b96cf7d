import { FilterSentence } from '../ui/list/filter-sentence.tsx';
import { t } from '../words/words.ts';
import type { Period } from './periods.ts';
import { periodOptions } from './periods.ts';

type PeriodFilterProps = { subject: string; period: Period | undefined; set: (period: Period | undefined) => void };

/** A list in a part of a page, narrowed by period only. */
export function PeriodFilter({ subject, period, set }: PeriodFilterProps) {
  return (
    <FilterSentence
      subject={subject}
      filters={[
        {
          key: 'period',
          name: t('period.filter'),
          says: (option) => option.label,
          options: periodOptions(),
          value: period ?? null,
          set: (value) => set((value ?? undefined) as Period | undefined),
        },
      ]}
    />
  );
}
