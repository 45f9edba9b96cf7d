import { IconCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { api } from '../../server/api.ts';
import type { Can } from '../../server/contract.ts';
import { useRead } from '../../server/queries.ts';
import { readState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { speakOfAll, t } from '../../words/words.ts';
import { later } from '../../routes/later.ts';
import { useWrite } from '../../server/writes.ts';
import { usePromising } from '../tickets/promising.tsx';
import { columns, PhoneRow } from './columns.tsx';
import type { MyWorkAnswer, WorkRow } from './my-work.ts';
import { headingOf, isTicket, placeOf, rowId, rowsOf } from './my-work.ts';
import { DueReminders } from './reminders.tsx';
import styles from './reminders.module.css';

const Charter = later(async () => (await Promise.all([import('./charter.tsx'), speakOfAll()]))[0].Charter);

/** Everything this person or a post he holds owes, and what waits for a yes, worst first. */
export function MyWork() {
  const navigate = useNavigate();
  const work = useRead<MyWorkAnswer>('work/mine', { about: ['ticket', 'work_order', 'commitment', 'clock'] });
  const rows = useMemo(() => rowsOf(work.data), [work.data]);
  const shown = useMemo(() => columns(), []);
  const { promise, dialog } = usePromising(rowId);
  return (
    <Page
      title={t('my_work.title')}
      shape="fill"
      aside={work.data ? <Counted answer={work.data} count={rows.length} /> : null}
    >
      <div className={styles['frame']}>
        <Suspense fallback={null}>
          <Charter />
        </Suspense>
        <DueReminders />
        <List
          name="my-work"
          label={t('my_work.title')}
          rows={rows}
          rowId={rowId}
          columns={shown}
          phoneRow={PhoneRow}
          heading={headingOf}
          open={(row) => void navigate({ to: placeOf(row) ?? '/my-work' })}
          actions={[...useActions(), { ...promise, can: promising }]}
          state={readState(work)}
          empty={<EmptyState title={t('my_work.none')}>{t('my_work.none_why')}</EmptyState>}
        />
      </div>
      {dialog}
    </Page>
  );
}

function Counted({ answer, count }: { answer: MyWorkAnswer; count: number }) {
  return (
    <>
      {countOf(answer, count)}
      {answer.snoozed > 0 ? (
        <>
          {' · '}
          <Link to="/tickets" search={{ snoozed: 'true' }}>
            {t('my_work.snoozed', { count: answer.snoozed })}
          </Link>
        </>
      ) : null}
    </>
  );
}

function countOf(answer: MyWorkAnswer, count: number): string {
  return answer.more ? t('my_work.worst_of_more', { count }) : t('my_work.open', { count });
}

/** Says yes to a hand-over or a work order; until then the giver answers for it. */
function useActions(): RowAction<WorkRow>[] {
  const accept = useWrite<WorkRow[]>({
    send: async (rows, { key }) => {
      for (const [at, row] of rows.entries()) await acceptOne(row, `${key}-${at}`);
    },
    changes: () => ['ticket', 'work_order'],
  });
  const can = (row: WorkRow): Can =>
    isTicket(row)
      ? { accept: row.can['accept'] === null ? null : (row.can['accept_work_order'] ?? row.can['accept'] ?? null) }
      : {};
  return [
    {
      key: 'accept',
      label: t('my_work.accept'),
      icon: IconCheck,
      hotkey: 'y',
      can,
      run: (rows) => void accept.run(rows),
    },
  ];
}

/** A reply is promised on a ticket. */
const promising = (row: WorkRow): Can => (isTicket(row) ? { promise: null } : {});

async function acceptOne(row: WorkRow, key: string): Promise<void> {
  if (!isTicket(row)) return;
  if (row.can['accept'] === null) await api.post(`tickets/${row.id}/offer/answer`, { accept: true }, { key });
  else if (row.workOrderId) await api.post(`work-orders/${row.workOrderId}/accept`, {}, { key });
}
