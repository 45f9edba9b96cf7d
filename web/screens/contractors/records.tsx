import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CHECK_STATES, FAULT_STATES, POINT_VERDICTS } from '../../../src/contractor/contractor.ts';
import type { CheckView, ContractorDue, FaultView } from '../../../src/contractor/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { useAsked } from './filters.tsx';
import { ABOUT } from './house.ts';
import type { View } from './search.ts';
import { queryOf } from './search.ts';
import { dueWords, faultWords, verdictWords } from './words.ts';

const route = getRouteApi('/inside/contractors');

type Of = { id: string; contractor: { id: string; name: string } };
type Listed<Row> = {
  view: Exclude<View, 'register' | 'figures'>;
  columns: Column<Row>[];
  phoneRow: (row: Row) => React.ReactNode;
  filters: React.ComponentProps<typeof FilterSentence>['filters'];
};

/** One of the lists of what was found of contractors; each row leads to its contractor. */
function Records<Row extends Of>({ view, columns, phoneRow, filters }: Listed<Row>) {
  const navigate = useNavigate();
  const query = queryOf[view](route.useSearch());
  const list = `contractor-${view}`;
  const pages = usePages<Row>(list, { about: ABOUT, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  return (
    <List
      name={list}
      label={t(`contractors.view_${view}`)}
      rows={rows}
      rowId={(row) => row.id}
      columns={columns}
      phoneRow={phoneRow}
      open={(row) => void navigate({ to: `/contractors/${row.contractor.id}` as never })}
      filters={
        <FiltersAndTakeOut list={list} name={t(`contractors.view_${view}`)} query={query}>
          <FilterSentence subject={t(`contractors.view_${view}`)} filters={filters} />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t(`contractors.no_${view}`)}>{t(`contractors.no_${view}_why`)}</EmptyState>}
    />
  );
}

const contractorColumn = <Row extends Of>(): Column<Row> => ({
  key: 'contractor',
  label: t('contractors.contractor'),
  width: 'minmax(9rem, 1.2fr)',
  always: true,
  cell: (row) => row.contractor.name,
});

/** Checks owed period by period: kept, made up late, missed or to come. */
export function Dues() {
  const { period, service, contractor, state, filter } = useAsked();
  const columns: Column<ContractorDue>[] = [
    {
      key: 'until',
      label: t('contractors.check_by'),
      width: '9rem',
      always: true,
      cell: (row) => <When at={row.until} />,
    },
    contractorColumn(),
    {
      key: 'service',
      label: t('contractors.service'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.service.name),
    },
    { key: 'state', label: t('contractors.state'), width: '8rem', always: true, cell: dueWords },
    {
      key: 'at',
      label: t('contractors.checked'),
      width: '9rem',
      cell: (row) => (row.checkedAt ? <When at={row.checkedAt} /> : null),
    },
    { key: 'person', label: t('contractors.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  ];
  const over = filter('over', t('contractors.over'), [{ value: 'true', label: t('contractors.over') }]);
  const states = state(CHECK_STATES, (one) => t(`contractors.due_${one}`));
  return (
    <Records
      view="dues"
      columns={columns}
      phoneRow={DueRow}
      filters={[period(), contractor(), service(), states, over]}
    />
  );
}

function DueRow(row: ContractorDue) {
  const facts = [said(row.service.name), dueWords(row), row.person.name];
  return <TwoLines subject={row.contractor.name} beside={<When at={row.until} className="dim" />} facts={facts} />;
}

/** What each check found. */
export function Checks() {
  const { period, service, contractor, person, filter } = useAsked();
  const verdicts = POINT_VERDICTS.map((value) => ({ value, label: verdictWords({ verdict: value }) }));
  const columns: Column<CheckView>[] = [
    {
      key: 'at',
      label: t('contractors.checked'),
      width: '9rem',
      always: true,
      cell: (row) => <When at={row.checkedAt} />,
    },
    contractorColumn(),
    {
      key: 'service',
      label: t('contractors.service'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.service.name),
    },
    { key: 'verdict', label: t('contractors.verdict'), width: '8rem', always: true, cell: verdictWords },
    { key: 'faults', label: t('contractors.n_asked'), width: '6rem', cell: (row) => row.faults || null },
    { key: 'remark', label: t('contractors.remark'), width: 'minmax(8rem, 1.2fr)', cell: (row) => row.remark },
    { key: 'by', label: t('contractors.checked_by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by.name },
  ];
  const by = person(t('contractors.checked_by'));
  const filters = [period(), contractor(), service(), filter('verdict', t('contractors.verdict'), verdicts), by];
  return <Records view="checks" columns={columns} phoneRow={CheckRow} filters={filters} />;
}

function CheckRow(row: CheckView) {
  const facts = [said(row.service.name), verdictWords(row), row.by.name];
  return <TwoLines subject={row.contractor.name} beside={<When at={row.checkedAt} className="dim" />} facts={facts} />;
}

/** What was not conform, the improvement asked, and what became of it. */
export function Faults() {
  const { period, service, contractor, state } = useAsked();
  const columns: Column<FaultView>[] = [
    { key: 'due', label: t('contractors.due'), width: '9rem', always: true, cell: (row) => <When at={row.dueAt} /> },
    {
      key: 'what',
      label: t('contractors.not_conform'),
      width: 'minmax(10rem, 1.5fr)',
      always: true,
      cell: (row) => row.notConform,
    },
    {
      key: 'asked',
      label: t('contractors.improvement'),
      width: 'minmax(10rem, 1.5fr)',
      cell: (row) => row.improvement,
    },
    contractorColumn(),
    {
      key: 'point',
      label: t('contractors.point'),
      width: 'minmax(7rem, 1fr)',
      spare: true,
      cell: (row) => said(row.point),
    },
    { key: 'state', label: t('contractors.state'), width: '8rem', cell: faultWords },
    {
      key: 'result',
      label: t('contractors.result'),
      width: 'minmax(8rem, 1fr)',
      cell: (row) => row.followUps.at(-1)?.result,
    },
  ];
  const states = state(FAULT_STATES, (one) => t(`contractors.fault_${one}`));
  return (
    <Records
      view="faults"
      columns={columns}
      phoneRow={FaultRow}
      filters={[period(), contractor(), service(), states]}
    />
  );
}

function FaultRow(row: FaultView) {
  const facts = [row.contractor.name, faultWords(row), row.improvement];
  return <TwoLines subject={row.notConform} beside={<When at={row.dueAt} className="dim" />} facts={facts} />;
}
