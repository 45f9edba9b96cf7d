import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { reviewLineOut } from '../../../../src/token-review/view.ts';
import { PeriodFilter } from '../../../matter/period-filter.tsx';
import type { Period } from '../../../matter/periods.ts';
import { spanOf } from '../../../matter/periods.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { TakeOut } from '../../exchange/take-out.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { absolute, ms, nowMs, numberWords } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { stretchWords } from '../../../matter/stretch.ts';

export type ReviewLine = z.output<typeof reviewLineOut>;

/** The quarters, newest first: who owes the review of each and by when, or who completed it and how many tokens ended. */
export function TokenReviews() {
  const [period, setPeriod] = useState<Period>();
  const query = useMemo(() => spanOf(period), [period]);
  const found = usePages<ReviewLine>('token-reviews', { about: ['token_review', 'session', 'commitment'], query });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  return (
    <Section
      title={t('token_review.title')}
      actions={<TakeOut list="token-reviews" name={t('token_review.title')} query={query} />}
    >
      <p className="dim">{t('token_review.why')}</p>
      <PeriodFilter subject={t('token_review.title')} period={period} set={setPeriod} />
      {rows.length > 0 ? (
        <Table
          label={t('token_review.title')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'quarter',
              label: t('token_review.quarter'),
              cell: (row) => <Go to={`/administration/security/reviews/${row.id}`}>{quarterWords(row)}</Go>,
            },
            { key: 'owner', label: t('token_review.owner'), cell: (row) => row.owner?.name },
            { key: 'due', label: t('token_review.due'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
            { key: 'state', label: t('token_review.state'), cell: stateWords },
            { key: 'kept', label: t('token_review.kept'), number: true, cell: (row) => numberWords(row.kept) },
            { key: 'ended', label: t('token_review.ended'), number: true, cell: (row) => numberWords(row.ended) },
          ]}
        />
      ) : null}
      {found.hasNextPage ? (
        <div>
          <ActionButton label={t('security.more')} onRun={() => void found.fetchNextPage()} />
        </div>
      ) : null}
    </Section>
  );
}

/** Which quarter, as people say it. */
export const quarterWords = ({ begins }: Pick<ReviewLine, 'begins'>): string => stretchWords('quarter', begins);

/** Where a review stands. */
export function stateWords(row: Pick<ReviewLine, 'completedAt' | 'completedBy' | 'late' | 'until'>): string {
  if (row.completedAt) {
    const said = { who: row.completedBy?.name ?? '', when: absolute(row.completedAt) };
    return row.late ? t('token_review.completed_late', said) : t('token_review.completed', said);
  }
  if (row.late) return t('token_review.late');
  return ms(row.until) <= nowMs() ? t('token_review.owed') : t('token_review.running');
}
