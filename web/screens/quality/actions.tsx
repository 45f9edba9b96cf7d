import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useDesk } from '../../matter/kinds.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import type { ActionLine } from './improvements.ts';
import { actionStateWords, causeWords } from './improvements.ts';
import { actionStates, causes } from './search.ts';
import styles from './quality.module.css';

const route = getRouteApi('/inside/quality');

/** Corrective and preventive actions, the newest first; those that happened again are marked. */
export function Actions() {
  const { actionState, department, cause, recurring, rule, period } = route.useSearch();
  const navigate = useNavigate();
  const query = { state: actionState, department, cause, recurring, rule, ...spanOf(period) };
  const pages = usePages<ActionLine>('improvements', { about: ['improvement', 'commitment', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="improvements"
      label={t('quality.view_actions')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: '/quality/actions/$id', params: { id: row.id } })}
      filters={
        <FiltersAndTakeOut list="improvements" name={t('quality.view_actions')} query={query}>
          <ActionFilters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('improvement.none')}>{t('improvement.none_why')}</EmptyState>}
    />
  );
}

function ActionFilters() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const set = route.useNavigate();
  const { departments } = useDesk();
  const opens = useRight('rectification.issue');
  const one = filtersOf(search, (change) => void set({ search: (before) => ({ ...before, ...change }) }));
  const yesNo = (key: 'recurring' | 'rule') =>
    (['true', 'false'] as const).map((value) => ({ value, label: t(`improvement.${key}_${value}`) }));
  const filters = [
    one(
      'actionState',
      t('quality.state'),
      actionStates.map((value) => ({ value, label: t(`improvement.state_${value}`) })),
    ),
    one(
      'department',
      t('quality.department'),
      departments.map(({ id, name }) => ({ value: id, label: said(name) })),
    ),
    one(
      'cause',
      t('improvement.cause_sort'),
      causes.map((value) => ({ value, label: causeWords(value) })),
    ),
    one('recurring', t('improvement.recurring'), yesNo('recurring')),
    one('rule', t('improvement.rule'), yesNo('rule')),
    one('period', t('period.filter'), periodOptions()),
  ];
  return (
    <div className={styles['filters']}>
      <FilterSentence subject={t('quality.view_actions')} filters={filters} />
      {opens ? (
        <ActionButton
          label={t('improvement.new')}
          icon={IconPlus}
          hotkey="n"
          onRun={() => void navigate({ to: '/quality/actions/new' as string })}
        />
      ) : null}
    </div>
  );
}

function stateLine(row: ActionLine): string {
  const state = actionStateWords(row.state);
  return row.recurred > 0 ? `${state} · ${t('improvement.recurred_times', { count: row.recurred })}` : state;
}

function progress(row: ActionLine): string {
  return row.measures === 0 ? '' : t('improvement.done_of', { done: row.done, measures: row.measures });
}

function columns(): Column<ActionLine>[] {
  return [
    {
      key: 'number',
      label: t('improvement.number'),
      width: '4rem',
      cell: (row) => <span className="dim">{row.number}</span>,
    },
    {
      key: 'title',
      label: t('improvement.title'),
      width: 'minmax(12rem, 2.5fr)',
      always: true,
      cell: (row) => <span className="subject">{row.title}</span>,
    },
    { key: 'state', label: t('quality.state'), width: 'minmax(8rem, 1.2fr)', always: true, cell: stateLine },
    {
      key: 'department',
      label: t('quality.department'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.department.name),
    },
    { key: 'progress', label: t('improvement.measures'), width: '7rem', cell: progress },
    {
      key: 'next',
      label: t('improvement.next_due'),
      width: 'minmax(7rem, 0.9fr)',
      cell: (row) => (row.nextDueAt ? <When at={row.nextDueAt} /> : null),
    },
    {
      key: 'addressee',
      label: t('improvement.addressee'),
      width: 'minmax(5rem, 0.7fr)',
      cell: (row) => row.addressee?.name,
    },
    {
      key: 'cause',
      label: t('improvement.cause_sort'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => causeWords(row.causeSort),
    },
    {
      key: 'opened',
      label: t('improvement.opened'),
      width: 'minmax(7rem, 0.9fr)',
      cell: (row) => <When at={row.openedAt} />,
    },
  ];
}

function PhoneRow(row: ActionLine) {
  return (
    <TwoLines
      subject={row.title}
      beside={<span className="dim">{row.number}</span>}
      facts={[stateLine(row), said(row.department.name), progress(row)]}
    />
  );
}
