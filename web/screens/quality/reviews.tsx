import { IconClipboardCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { ReviewLine, scorecardsOut } from '../../../src/quality-review/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { usePages, useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import styles from './quality.module.css';
import { ReviewForm } from './review-form.tsx';

const route = getRouteApi('/inside/quality');

export type Scorecards = z.output<typeof scorecardsOut>;

/** Whose work was scored by which checklist, and what is to be mended. */
export function Reviews() {
  const { scorecard, person, failed, period, contact } = route.useSearch();
  const cards = useRead<Scorecards>('scorecards', { about: ['kind'] });
  const gives = cards.data?.can['give'] === null;
  const [giving, give] = useState(contact !== undefined);
  const query = { scorecard, person, failed, ...spanOf(period) };
  const pages = usePages<ReviewLine>('quality-reviews', { about: ['quality_review'], query });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <FiltersAndTakeOut list="quality-reviews" name={t('quality.view_reviews')} query={query}>
          <ReviewFilters cards={cards.data} />
        </FiltersAndTakeOut>
        {gives ? (
          <ActionButton label={t('reviews.give')} icon={IconClipboardCheck} hotkey="n" onRun={() => give(true)} />
        ) : null}
      </div>
      <Pages
        read={pages}
        none={
          <EmptyState title={t('reviews.none')}>{gives ? t('reviews.none_why') : t('reviews.none_of_mine')}</EmptyState>
        }
      >
        {(rows) => <Lines rows={rows} />}
      </Pages>
      <Dialog opened={giving && gives} close={() => give(false)} title={t('reviews.give')}>
        {cards.data ? <ReviewForm cards={cards.data.items} contact={contact} close={() => give(false)} /> : null}
      </Dialog>
    </div>
  );
}

function ReviewFilters({ cards }: { cards: Scorecards | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one(
      'scorecard',
      t('reviews.scorecard'),
      (cards?.items ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
    ),
    one('person', t('reviews.person'), peopleOptions(people)),
    one(
      'failed',
      t('quality.findings'),
      (['true', 'false'] as const).map((value) => ({ value, label: t(`quality.failed_${value}`) })),
    ),
    one('period', t('period.filter'), periodOptions()),
  ];
  return <FilterSentence subject={t('quality.view_reviews')} filters={filters} />;
}

function Lines({ rows }: { rows: readonly ReviewLine[] }) {
  return (
    <Table
      label={t('quality.view_reviews')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'person', label: t('reviews.person'), cell: (row) => row.person.name },
        { key: 'scorecard', label: t('reviews.scorecard'), cell: (row) => said(row.name) },
        { key: 'about', label: t('reviews.about'), cell: (row) => <About line={row} /> },
        {
          key: 'score',
          label: t('reviews.score'),
          cell: (row) => t('reviews.of_most', { n: row.score, most: row.most }),
        },
        { key: 'lines', label: t('reviews.lines'), cell: (row) => <Marks line={row} /> },
        { key: 'remark', label: t('quality.remark'), cell: (row) => row.remark },
        { key: 'by', label: t('reviews.by'), cell: (row) => `${row.by.name} · ${absolute(row.at)}` },
      ]}
    />
  );
}

function About({ line }: { line: ReviewLine }) {
  if (line.ticket)
    return (
      <Go to={`/tickets/${line.ticket.id}`}>
        {line.ticket.number} {line.ticket.title}
      </Go>
    );
  if (line.fromDay && line.untilDay)
    return t('reviews.days', { from: absoluteDay(line.fromDay), until: absoluteDay(line.untilDay) });
  return t(`reviews.of_${line.of}`);
}

/** What was not in order first, in words; every line behind it. */
function Marks({ line }: { line: ReviewLine }) {
  return (
    <>
      {line.marks
        .filter((one) => !one.passed)
        .map((one) => (
          <div key={one.line} className={styles['wrong']}>
            {said(one.name)}: {one.remark}
          </div>
        ))}
      <details>
        <summary>{t('reviews.each_line', { count: line.marks.length })}</summary>
        <ul>
          {line.marks.map((one) => (
            <li key={one.line}>
              {said(one.name)}: {one.mark} / {line.best}
              {one.passed && one.remark ? ` · ${one.remark}` : ''}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
