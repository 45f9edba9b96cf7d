import { IconCalendarRepeat } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { reviewsOut } from '../../../src/knowledge/view-acts.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import type { Period } from '../../matter/periods.ts';
import { periodOptions, periods, spanOf } from '../../matter/periods.ts';
import { EmptyState } from '../../ui/states.tsx';
import { dateOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { useDesk } from '../../matter/kinds.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { Intervals } from './intervals.tsx';
import { readable } from '../../matter/written.ts';
import { ownerWords, sortWords } from './knowledge.ts';
import styles from './knowledge.module.css';

type Answer = z.output<typeof reviewsOut>;
type Review = Answer['items'][number];

const states = ['open', 'settled', 'all'] as const;
type State = (typeof states)[number];
const rowId = (row: Review) => `${row.article.id} ${row.dueAt}`;
const verdictWords = (row: Review): string => t(`knowledge.verdict_${row.verdict}`);

const columns = (): Column<Review>[] => [
  {
    key: 'title',
    label: t('knowledge.title'),
    width: 'minmax(12rem, 2fr)',
    always: true,
    cell: (row) => readable(row.article.title, row.article),
  },
  { key: 'sort', label: t('knowledge.sort'), width: '8rem', cell: (row) => sortWords(row.sort) },
  { key: 'owner', label: t('knowledge.owner'), width: 'minmax(6rem, 1fr)', cell: ownerWords },
  { key: 'due', label: t('knowledge.due'), width: '8rem', cell: (row) => dateOf(row.dueAt) },
  {
    key: 'verdict',
    label: t('knowledge.verdict'),
    width: '9rem',
    cell: (row) => <span data-verdict={row.verdict}>{verdictWords(row)}</span>,
  },
  {
    key: 'unhelpful',
    label: t('knowledge.unhelpful_count'),
    width: '7rem',
    cell: (row) => (row.unhelpful > 0 ? row.unhelpful : null),
  },
];

/** What is to be looked at again, the one due first at the top; how many were kept and how many late (KNOW-01). */
export function Reviews() {
  const navigate = useNavigate();
  const [state, setState] = useState<State>('open');
  const [owner, setOwner] = useState<string | null>(null);
  const [period, setPeriod] = useState<Period | null>(null);
  const [setting, setSetting] = useState(false);
  const query = { state, owner, ...spanOf(period ?? undefined) };
  const pages = usePages<Review, Answer>('articles/reviews', { about: ['article', 'commitment', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const first = pages.data?.pages[0];
  return (
    <>
      <List
        name="article-reviews"
        label={t('knowledge.view_reviews')}
        rows={rows}
        rowId={rowId}
        columns={shown}
        phoneRow={(row) => (
          <TwoLines
            subject={readable(row.article.title, row.article)}
            beside={<span className="dim">{verdictWords(row)}</span>}
            facts={[sortWords(row.sort), ownerWords(row), t('knowledge.due_on', { date: dateOf(row.dueAt) })]}
          />
        )}
        open={(row) => void navigate({ to: '/knowledge/$id', params: { id: row.article.id } })}
        filters={
          <FiltersAndTakeOut list="article_reviews" name={t('knowledge.view_reviews')} query={query}>
            <div className={styles['find']}>
              <ReviewFilters {...{ state, setState, owner, setOwner, period, setPeriod }} />
              {first ? <p className={styles['counts']}>{t('knowledge.counts', first.counts)}</p> : null}
              {first?.can['intervals'] === null ? (
                <ActionButton
                  label={t('knowledge.intervals')}
                  icon={IconCalendarRepeat}
                  onRun={() => setSetting(true)}
                />
              ) : null}
            </div>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('knowledge.no_reviews')}>{t('knowledge.no_reviews_why')}</EmptyState>}
      />
      <Dialog opened={setting} close={() => setSetting(false)} title={t('knowledge.intervals')}>
        {first ? <Intervals days={first.days} done={() => setSetting(false)} /> : null}
      </Dialog>
    </>
  );
}

type ReviewFiltersProps = {
  state: State;
  setState: (state: State) => void;
  owner: string | null;
  setOwner: (owner: string | null) => void;
  period: Period | null;
  setPeriod: (period: Period | null) => void;
};

/** Which reviews, whose, and due when. */
function ReviewFilters({ state, setState, owner, setOwner, period, setPeriod }: ReviewFiltersProps) {
  const { people } = useDesk();
  return (
    <FilterSentence
      subject={t('knowledge.view_reviews')}
      filters={[
        {
          key: 'state',
          name: t('knowledge.state'),
          says: (option) => option.label,
          options: states.map((value) => ({ value, label: t(`knowledge.reviews_${value}`) })),
          value: state,
          set: (value) => setState(states.find((one) => one === value) ?? 'open'),
        },
        {
          key: 'owner',
          name: t('knowledge.owner'),
          says: (option) => option.label,
          options: people.map((one) => ({ value: one.id, label: one.name })),
          value: owner,
          set: setOwner,
        },
        {
          key: 'period',
          name: t('period.filter'),
          says: (option) => option.label,
          options: periodOptions(),
          value: period,
          set: (value) => setPeriod(periods.find((one) => one === value) ?? null),
        },
      ]}
    />
  );
}
