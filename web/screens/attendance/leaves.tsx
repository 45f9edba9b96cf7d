import { Textarea } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Facts } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Leave } from './attendance-data.ts';
import styles from './attendance.module.css';
import { leaveQuery, leaveStates } from './search.ts';

const route = getRouteApi('/inside/staff/attendance');

/** Leave that was asked for: one's own, and what one decides on or sees. */
export function Leaves() {
  const query = leaveQuery(route.useSearch());
  const pages = usePages<Leave>('leaves', { about: ['leave_request', 'person'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [looking, look] = useState<Leave | null>(null);
  return (
    <>
      <List
        name="leaves"
        label={t('attendance.view_leave')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={(row) => (
          <TwoLines
            subject={row.person.name}
            beside={<span className="dim">{t(`attendance.leave_state_${row.state}`)}</span>}
            facts={[said(row.name), `${absolute(row.from)} – ${absolute(row.until)}`]}
          />
        )}
        open={look}
        filters={
          <FiltersAndTakeOut list="leaves" name={t('attendance.view_leave')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('attendance.no_leave')}>{t('attendance.no_leave_why')}</EmptyState>}
      />
      <Dialog opened={looking !== null} close={() => look(null)} title={looking?.person.name ?? ''}>
        {looking ? <OneLeave leave={looking} done={() => look(null)} /> : null}
      </Dialog>
    </>
  );
}

function columns(): Column<Leave>[] {
  return [
    {
      key: 'person',
      label: t('attendance.person'),
      width: 'minmax(5rem, 1fr)',
      always: true,
      cell: ({ person }) => person.name,
    },
    {
      key: 'kind',
      label: t('attendance.leave_kind'),
      width: 'minmax(5rem, 0.8fr)',
      always: true,
      cell: ({ name }) => said(name),
    },
    { key: 'state', label: t('attendance.state'), width: '7rem', always: true, cell: stateOf },
    { key: 'from', label: t('attendance.from'), width: '9rem', cell: ({ from }) => absolute(from) },
    { key: 'until', label: t('attendance.until'), width: '9rem', cell: ({ until }) => absolute(until) },
    { key: 'reason', label: t('attendance.reason'), width: 'minmax(8rem, 2fr)', cell: ({ reason }) => reason },
    { key: 'by', label: t('attendance.decided_by'), width: '6rem', cell: ({ decidedBy }) => decidedBy?.name },
  ];
}

const stateOf = ({ state }: Leave) => t(`attendance.leave_state_${state}`);

function OneLeave({ leave, done }: { leave: Leave; done: () => void }) {
  const [remark, setRemark] = useState('');
  const after = { changes: () => ['leave_request', 'shift'] as const, done };
  const decide = useWrite<boolean>({
    send: (approved, options) => api.post(`leaves/${leave.id}/decide`, { approved, remark: remark.trim() }, options),
    ...after,
  });
  const withdraw = useWrite<null>({
    send: (_, options) => api.post(`leaves/${leave.id}/withdraw`, {}, options),
    ...after,
  });
  const mayDecide = leave.can['decide'] === null;
  return (
    <>
      <Facts
        lines={[
          { label: t('attendance.leave_kind'), value: said(leave.name) },
          { label: t('attendance.from'), value: absolute(leave.from) },
          { label: t('attendance.until'), value: absolute(leave.until) },
          { label: t('attendance.reason'), value: leave.reason },
          { label: t('attendance.state'), value: stateOf(leave) },
          { label: t('attendance.decided_by'), value: leave.decidedBy?.name },
          { label: t('attendance.remark'), value: leave.remark },
        ]}
      />
      {mayDecide ? (
        <>
          <Textarea
            label={t('attendance.remark')}
            description={t('attendance.remark_why')}
            autosize
            minRows={2}
            maxLength={2000}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
          <div className={styles['line']}>
            <ActionButton
              label={t('attendance.approve')}
              icon={IconCheck}
              kind="primary"
              busy={decide.busy}
              onRun={() => void decide.run(true)}
            />
            <ActionButton
              label={t('attendance.refuse')}
              icon={IconX}
              busy={decide.busy}
              refused={remark.trim() ? null : t('attendance.say_why')}
              onRun={() => void decide.run(false)}
            />
          </div>
        </>
      ) : null}
      {leave.can['withdraw'] === null ? (
        <ActionButton label={t('attendance.withdraw')} busy={withdraw.busy} onRun={() => void withdraw.run(null)} />
      ) : null}
    </>
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('attendance.view_leave')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'state',
          t('attendance.state'),
          leaveStates.map((value) => ({ value, label: t(`attendance.leave_state_${value}`) })),
        ),
        filter('person', t('attendance.person'), peopleOptions(people)),
      ]}
    />
  );
}
