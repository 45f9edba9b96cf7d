import { IconPhoneCall, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { dunningPageOut } from '../../../src/charge/view-dunning.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { beginsWords, LEDGER, moneyWords } from './charge-words.ts';
import styles from './charges.module.css';
import { printLetters } from './letters.tsx';
import { StepForm } from './step-form.tsx';

type Answer = z.output<typeof dunningPageOut>;

/** One customer followed up: what is overdue, what a notice says, every step taken, and when somebody looks again. */
export function DunningPage() {
  const { id } = useParams({ from: '/inside/charges/dunning/$id' });
  const { data, error, refetch } = useRead<Answer>(`dunnings/${id}`, { about: LEDGER });
  if (!data)
    return (
      <Page title={t('charges.view_dunning')}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={10} />}
      </Page>
    );
  const { customer, currency, overdue, since, nextDay, dueAt, closedAt } = data;
  return (
    <Page title={t('charges.dunning_of', { name: customer.name })} actions={<Acts dunning={data} />}>
      {closedAt ? <Notice tone="run">{t('charges.ended')}</Notice> : null}
      <Facts
        lines={[
          { label: t('charges.customer'), value: <Go to={`/customers/${customer.id}`}>{customer.name}</Go> },
          { label: t('charges.overdue'), value: overdue > 0 ? moneyWords(overdue, currency) : null },
          { label: t('charges.since'), value: since ? absoluteDay(since) : null },
          { label: t('charges.next_day'), value: nextDay && !closedAt ? absoluteDay(nextDay) : null },
          { label: t('charges.step_due'), value: dueAt ? <When at={dueAt} /> : null },
        ]}
      />
      <Section title={t('charges.log')}>
        {data.log.length > 0 ? <Log dunning={data} /> : <p className="dim">{t('charges.log_none')}</p>}
      </Section>
      {data.charges.length > 0 ? <Overdue dunning={data} /> : null}
      {data.letter ? (
        <Section title={t('charges.notice_text')}>
          <blockquote className={styles['letter']}>{data.letter}</blockquote>
        </Section>
      ) : null}
    </Page>
  );
}

function Log({ dunning: { log, currency } }: { dunning: Answer }) {
  return (
    <Table
      label={t('charges.log')}
      rows={log}
      rowId={(row) => row.id}
      columns={[
        { key: 'at', label: t('charges.when'), cell: (row) => absolute(row.at) },
        {
          key: 'way',
          label: t('charges.step_way'),
          cell: (row) =>
            row.reached ? t(`charges.by_${row.way}`) : `${t(`charges.by_${row.way}`)}, ${t('charges.not_reached')}`,
        },
        { key: 'outcome', label: t('charges.outcome'), cell: (row) => row.outcome },
        { key: 'amount', label: t('charges.overdue'), number: true, cell: (row) => moneyWords(row.amount, currency) },
        { key: 'next', label: t('charges.next_day'), cell: (row) => absoluteDay(row.nextDay) },
        { key: 'by', label: t('charges.by'), cell: (row) => row.by.name },
      ]}
    />
  );
}

function Overdue({ dunning: { charges, currency } }: { dunning: Answer }) {
  return (
    <Section title={t('charges.overdue_charges')}>
      <Table
        label={t('charges.overdue_charges')}
        rows={charges}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'item',
            label: t('charges.item'),
            cell: (row) => <Go to={`/charges/${row.id}`}>{said(row.item.name)}</Go>,
          },
          { key: 'place', label: t('charges.place'), cell: (row) => row.place?.code },
          { key: 'period', label: t('charges.period'), cell: (row) => beginsWords(row.begins) },
          { key: 'due', label: t('charges.due'), cell: (row) => absoluteDay(row.dueDay) },
          { key: 'open', label: t('charges.open'), number: true, cell: (row) => moneyWords(row.open, currency) },
        ]}
      />
    </Section>
  );
}

function Acts({ dunning }: { dunning: Answer }) {
  const [open, show] = useState(false);
  const { organisation } = useSession();
  const { id, customer, letter } = dunning;
  return (
    <>
      {letter ? (
        <ActionButton
          label={t('charges.print_notice')}
          icon={IconPrinter}
          hotkey="p"
          onRun={() =>
            printLetters(t('charges.dunning_letter'), organisation.name, [
              { id, customer: customer.name, text: letter },
            ])
          }
        />
      ) : null}
      <ActionButton
        label={t('charges.step')}
        icon={IconPhoneCall}
        kind="primary"
        hotkey="n"
        can={dunning.can}
        action="step"
        onRun={() => show(true)}
      />
      <Dialog opened={open} close={() => show(false)} title={t('charges.step')}>
        {open ? <StepForm id={id} close={() => show(false)} /> : null}
      </Dialog>
    </>
  );
}
