import { TextInput } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { REQUEST_STATES } from '../../../src/material/material.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { departmentOptions } from '../budget/budget-data.ts';
import type { Request } from './materials-data.ts';
import { aboutMaterial, counted, materialOptions, useMaterials, usePlan } from './materials-data.ts';
import styles from './materials.module.css';
import { RequestForm } from './request-form.tsx';
import { RequestSheet } from './request.tsx';
import { requestsQueryOf } from './search.ts';

const route = getRouteApi('/inside/materials');

/** What was asked for, the newest first, with what became of it. */
export function Requests() {
  const search = route.useSearch();
  const [opened, setOpened] = useState<string | null>(null);
  const query = requestsQueryOf(search);
  const pages = usePages<Request>('material-requests', { about: aboutMaterial, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const { data: plan } = usePlan({});
  const close = () => setOpened(null);
  const one = rows.find(({ id }) => id === opened);
  const ask = plan ? (
    <ActionButton
      label={t('materials.ask')}
      icon={IconHandGrab}
      kind="primary"
      hotkey="n"
      can={plan.can}
      action="request"
      onRun={() => setOpened('new')}
    />
  ) : null;
  return (
    <>
      <List
        name="material-requests"
        label={t('materials.view_requests')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => setOpened(row.id)}
        filters={
          <FiltersAndTakeOut list="material-requests" name={t('materials.view_requests')} query={query}>
            <div className={styles['bar']}>
              <Filters />
              {ask}
            </div>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={
          <EmptyState title={t('materials.no_requests')} action={ask}>
            {t('materials.no_requests_why')}
          </EmptyState>
        }
      />
      <Dialog opened={opened !== null} close={close} title={one?.material.name ?? t('materials.ask')}>
        {opened === 'new' && plan ? <RequestForm page={plan} done={close} /> : null}
        {one ? <RequestSheet key={one.id} request={one} done={close} /> : null}
      </Dialog>
    </>
  );
}

function columns(): Column<Request>[] {
  return [
    {
      key: 'needed',
      label: t('materials.needed_by'),
      width: '8rem',
      always: true,
      cell: (row) => absoluteDay(row.neededBy),
    },
    {
      key: 'what',
      label: t('materials.material'),
      width: 'minmax(8rem, 1.4fr)',
      always: true,
      cell: (row) => <span className="subject">{row.material.name}</span>,
    },
    {
      key: 'quantity',
      label: t('materials.quantity'),
      width: '6rem',
      always: true,
      cell: (row) => counted(row.quantity, row.material),
    },
    { key: 'state', label: t('budget.state'), width: 'minmax(7rem, 1fr)', cell: (row) => <State request={row} /> },
    { key: 'issued', label: t('materials.issued_of'), width: '6rem', cell: issuedOf },
    { key: 'for', label: t('materials.what_for'), width: 'minmax(8rem, 1.6fr)', cell: (row) => row.whatFor },
    { key: 'by', label: t('materials.asked_by'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.by?.name },
    {
      key: 'department',
      label: t('budget.department'),
      width: 'minmax(6rem, 1fr)',
      spare: true,
      cell: (row) => said(row.department.name),
    },
  ];
}

const issuedOf = ({ issued, approved }: Request): string => (approved === 0 ? '–' : `${issued} / ${approved}`);

function State({ request }: { request: Request }) {
  const { state, beyondPlan, beyondBudget } = request;
  const beyond = state === 'waiting' && (beyondPlan > 0 || beyondBudget > 0);
  return (
    <span className={styles['state']} data-state={beyond ? 'beyond' : state}>
      {beyond ? t('materials.state_beyond') : t(`materials.request_${state}`)}
    </span>
  );
}

function PhoneRow(row: Request) {
  return (
    <TwoLines
      subject={`${row.material.name} ${counted(row.quantity, row.material)}`}
      beside={<State request={row} />}
      facts={[absoluteDay(row.neededBy), row.by?.name, row.whatFor]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: plan } = usePlan({});
  const { data: materials } = useMaterials();
  const change = (to: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...to }) });
  const filter = filtersOf(search, change);
  return (
    <>
      <FilterSentence
        subject={t('materials.view_requests')}
        filters={[
          filter('period', t('materials.needed_in'), periodOptions()),
          filter(
            'state',
            t('budget.state'),
            REQUEST_STATES.map((value) => ({ value, label: t(`materials.request_${value}`) })),
          ),
          filter('department', t('budget.department'), departmentOptions(plan)),
          filter('material', t('materials.material'), materialOptions(materials)),
        ]}
      />
      <TextInput
        type="search"
        size="sm"
        className={styles['find'] ?? ''}
        aria-label={t('materials.find')}
        placeholder={t('materials.find')}
        maxLength={100}
        defaultValue={search.q ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value.trim() || undefined })}
      />
    </>
  );
}
