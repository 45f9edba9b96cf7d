import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { wagesOut } from '../../../src/wage/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import styles from './attendance.module.css';
import { moneyWords } from '../../ui/money.ts';
import { amountOf, itemsWords, MyWages } from './my-wages.tsx';
import { AdjustForm, BaseForm } from './wage-forms.tsx';

export type Wages = z.output<typeof wagesOut>;
type Line = Wages['items'][number];

const route = getRouteApi('/inside/staff/attendance');
const about = ['wage_table', 'wage_base', 'attendance_month'] as const;

/** My own wages; and for whoever makes it, the wage table of each reviewed month. */
export function WagesPart() {
  return (
    <>
      {useRight('wage.see') ? <TableOfMonth /> : null}
      <MyWages />
    </>
  );
}

function TableOfMonth() {
  const now = dayOf(nowMs()).slice(0, 7);
  const { month = now } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead<Wages>('wages', { about, query: { month }, keep: true });
  const { data } = read;
  return (
    <Section title={t('attendance.wage_table')}>
      <div className={styles['line']}>
        <TextInput
          type="month"
          label={t('attendance.month')}
          value={month}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, month: value || undefined }) })
          }
        />
        {data?.id ? (
          <>
            <TakeOut list="wages" name={t('attendance.wage_table')} query={{ month }} />
            {data.closedAt ? null : <CloseTable wages={data} />}
          </>
        ) : null}
      </div>
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data?.id ? <Lines wages={data} /> : null}
      {data && !data.id ? (
        <EmptyState title={t('attendance.wage_none')}>{t('attendance.wage_none_why')}</EmptyState>
      ) : null}
    </Section>
  );
}

function Lines({ wages }: { wages: Wages }) {
  const [based, setBased] = useState<Line | null>(null);
  const [adjusted, adjust] = useState<Line | null>(null);
  const { closedAt, closedBy, currency, items, byHand, total } = wages;
  return (
    <>
      {closedAt && closedBy ? (
        <Notice tone="run">{t('attendance.wage_closed_by', { name: closedBy.name, at: absolute(closedAt) })}</Notice>
      ) : null}
      <Table
        label={t('attendance.wage_table')}
        rows={items}
        rowId={({ person }) => person.id}
        columns={[
          { key: 'person', label: t('attendance.person'), cell: ({ person }) => person.name },
          { key: 'shifts', label: t('attendance.shifts_due'), number: true, cell: ({ shifts }) => shifts },
          { key: 'attended', label: t('attendance.attended'), number: true, cell: ({ attended }) => attended },
          { key: 'base', label: t('attendance.base'), number: true, cell: ({ base }) => amountOf(base, currency) },
          { key: 'items', label: t('attendance.items'), cell: (row) => itemsWords(row, currency) },
          { key: 'net', label: t('attendance.net'), number: true, cell: ({ net }) => amountOf(net, currency) },
          ...(closedAt
            ? []
            : [
                {
                  key: 'acts',
                  label: t('attendance.adjust'),
                  acts: true as const,
                  cell: (row: Line) => (
                    <>
                      <ActionButton label={t('attendance.base')} kind="quiet" onRun={() => setBased(row)} />
                      <ActionButton label={t('attendance.adjust')} kind="quiet" onRun={() => adjust(row)} />
                    </>
                  ),
                },
              ]),
        ]}
      />
      <p>
        {t('attendance.total')}: <strong>{moneyWords(total, currency)}</strong>
      </p>
      {byHand.length > 0 ? (
        <Section title={t('attendance.by_hand')}>
          <ul>
            {byHand.map(({ person, amount, by, at, why }) => (
              <li key={at + person.id}>
                {t('attendance.by_hand_line', {
                  person: person.name,
                  amount: moneyWords(amount, currency),
                  name: by.name,
                  at: absolute(at),
                  why,
                })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Dialog opened={based !== null} close={() => setBased(null)} title={based?.person.name ?? ''}>
        {based ? <BaseForm line={based} wages={wages} done={() => setBased(null)} /> : null}
      </Dialog>
      <Dialog opened={adjusted !== null} close={() => adjust(null)} title={adjusted?.person.name ?? ''}>
        {adjusted ? <AdjustForm line={adjusted} wages={wages} done={() => adjust(null)} /> : null}
      </Dialog>
    </>
  );
}

function CloseTable({ wages }: { wages: Wages }) {
  const [asked, ask] = useState(false);
  const close = useWrite<null>({
    send: (_, options) => api.post(`wages/${wages.id}/close`, {}, options),
    changes: () => ['wage_table'],
    done: () => ask(false),
  });
  return (
    <>
      <ActionButton
        label={t('attendance.wage_close')}
        kind="primary"
        can={wages.can}
        action="close"
        onRun={() => ask(true)}
      />
      <AskFirst
        opened={asked}
        close={() => ask(false)}
        title={t('attendance.wage_close')}
        act={t('attendance.wage_close')}
        danger={false}
        busy={close.busy}
        run={() => void close.run(null)}
      >
        <p>{t('attendance.wage_close_what')}</p>
      </AskFirst>
    </>
  );
}
