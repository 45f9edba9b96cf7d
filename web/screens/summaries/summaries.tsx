import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { SUMMARY_PERIODS } from '../../../src/summary/periods.ts';
import type { summaryLineOut } from '../../../src/summary/view.ts';
import { periodOptions } from '../../matter/periods.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute, dateOf, monthOf, nowMs, ms } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { SettingsDefinition } from '../administration/limits/slots.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { queryOf, sorts, states } from './search.ts';

const route = getRouteApi('/inside/summaries');

export type SummaryLine = z.output<typeof summaryLineOut>;

/** What each post owes about its periods, newest first: by when, or when it was submitted, to whom, and received. */
export function Summaries() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = queryOf(search);
  const pages = usePages<SummaryLine>('summaries', { about: ['summary', 'commitment', 'notification'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  return (
    <Page
      title={t('summaries.title')}
      shape="fill"
      actions={
        <>
          <Go to="/summaries" search={{ to: 'me' }}>
            {t('summaries.came_to_me')}
          </Go>
          <Go to="/summaries/days">{t('daily.open_all')}</Go>
        </>
      }
    >
      <List
        name="summaries"
        label={t('summaries.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns()}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/summaries/${row.id}` as never })}
        filters={
          <FiltersAndTakeOut list="summaries" name={t('summaries.title')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('summaries.none')}>{t('summaries.none_why')}</EmptyState>}
      />
    </Page>
  );
}

const toWords = (row: SummaryLine): string | undefined =>
  row.addresseePost ? said(row.addresseePost.name) : row.addressee?.name;

function columns(): Column<SummaryLine>[] {
  return [
    { key: 'title', label: t('summaries.period'), width: 'minmax(14rem, 2fr)', always: true, cell: titleWords },
    { key: 'state', label: t('summaries.state'), width: 'minmax(14rem, 1fr)', always: true, cell: stateWords },
    { key: 'owner', label: t('summaries.owner'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.owner?.name },
    {
      key: 'due',
      label: t('summaries.due'),
      width: 'minmax(11rem, 1fr)',
      cell: (row) => (row.dueAt ? absolute(row.dueAt) : null),
    },
    { key: 'to', label: t('summaries.to'), width: 'minmax(7rem, 1fr)', cell: toWords },
    {
      key: 'read',
      label: t('summaries.read'),
      width: 'minmax(11rem, 1fr)',
      cell: (row) => (row.readAt ? absolute(row.readAt) : null),
    },
  ];
}

function PhoneRow(row: SummaryLine) {
  return (
    <TwoLines
      subject={titleWords(row)}
      facts={[stateWords(row), row.owner?.name ?? '', toWords(row) ?? ''].filter(Boolean)}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const settings = useRead<SettingsDefinition>('settings', { about: ['organisation'] }).data?.settings;
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('summaries.title')}
      filters={[
        filter('to', t('summaries.brought'), [{ value: 'me', label: t('summaries.to_me') }]),
        filter('sort', t('summaries.sort'), [
          ...sorts.map((value) => ({ value, label: t(`summaries.sort_${value}`) })),
          ...(settings?.reports ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
        ]),
        filter(
          'length',
          t('summaries.length'),
          SUMMARY_PERIODS.map((value) => ({ value, label: t(`summaries.length_${value}`) })),
        ),
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'state',
          t('summaries.state'),
          states.map((value) => ({ value, label: t(`summaries.state_${value}`) })),
        ),
      ]}
    />
  );
}

/** What it is about, in a title. */
export function titleWords(row: Pick<SummaryLine, 'about' | 'report' | 'period' | 'begins' | 'from'>): string {
  const { about, report, period, begins, from } = row;
  if (report) return t('summaries.report_of', { report: said(report.name), period: stretchWords(period, begins) });
  if (period === 'week') {
    const week = dateOf(from);
    return about === 'service' ? t('summaries.service_week', { week }) : t('summaries.of_week', { week });
  }
  const month = monthOf(from);
  return about === 'service' ? t('summaries.service_month', { month }) : t('summaries.of_month', { month });
}

const RUNNING: Record<SummaryLine['period'], () => string> = {
  week: () => t('summaries.running'),
  month: () => t('summaries.month_running'),
  quarter: () => t('summaries.quarter_running'),
  year: () => t('summaries.year_running'),
};

/** Where a period stands, in words. */
export function stateWords(row: SummaryLine): string {
  if (row.submittedAt) return t('summaries.submitted', { when: absolute(row.submittedAt) });
  return ms(row.until) <= nowMs() ? t('summaries.owed') : RUNNING[row.period]();
}
