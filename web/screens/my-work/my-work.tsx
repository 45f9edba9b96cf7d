import { useNavigate } from '@tanstack/react-router';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { api } from '../../api.ts';
import { useRead } from '../../queries.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';
import { columns, PhoneRow } from './columns.tsx';
import type { MyWorkAnswer, WorkRow } from './my-work.ts';
import { headingOf, rowId, rowsOf } from './my-work.ts';

/** Everything this person answers for, worst first. */
export function MyWork() {
  const navigate = useNavigate();
  const work = useRead<MyWorkAnswer>('work/mine', { about: ['my-work', 'ticket', 'clock'] });
  const rows = useMemo(() => rowsOf(work.data), [work.data]);
  const shown = useMemo(() => columns(), []);
  const accept = useHandOver('accept');
  const decline = useHandOver('decline');
  const actions: RowAction<WorkRow>[] = [
    {
      key: 'accept_handover',
      label: t('my_work.accept'),
      icon: IconCheck,
      hotkey: 'y',
      can: (row) => row.can,
      run: (chosen) => void accept.run(chosen),
    },
    {
      key: 'decline_handover',
      label: t('my_work.decline'),
      icon: IconX,
      can: (row) => row.can,
      run: (chosen) => void decline.run(chosen),
    },
  ];
  const waiting = rows.some((row) => 'accept_handover' in row.can);
  return (
    <Page title={t('my_work.title')} shape="fill" aside={work.data ? t('my_work.open', { count: rows.length }) : null}>
      <List
        name="my-work"
        label={t('my_work.title')}
        rows={rows}
        rowId={rowId}
        columns={shown}
        phoneRow={PhoneRow}
        heading={headingOf}
        open={(row) => void navigate({ to: `/tickets/${row.ticketId}` })}
        actions={waiting ? actions : []}
        state={{ loading: work.isPending, problem: work.error, retry: () => void work.refetch() }}
        empty={<EmptyState title={t('my_work.none')}>{t('my_work.none_why')}</EmptyState>}
      />
    </Page>
  );
}

/** Takes over, or sends back, what somebody wants to hand over; until then the giver answers for it. */
function useHandOver(answer: 'accept' | 'decline') {
  return useWrite<WorkRow[]>({
    send: async (rows, { key }) => {
      for (const [at, row] of rows.entries())
        await api.post(`tickets/${row.ticketId}/handover/${answer}`, {}, { key: `${key}-${at}` });
    },
    changes: () => ['my-work'],
  });
}
