import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { Charging } from '../../../src/charge/items.ts';
import type { previewOut, PreviewLine } from '../../../src/charge/view-runs.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useWrite } from '../../server/writes.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayOf, HOUR, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { LEDGER, moneyWords, squareMetres, useCharging } from './charge-words.ts';
import styles from './charges.module.css';
import { unitLines } from './unit-lines.ts';

type Preview = z.output<typeof previewOut>;
type Values = { item: string; begins: string; dueDay: string; given: string };

/** A period of an item: looked at as it would be billed, and then billed in one act. */
export function BillPeriod() {
  const { data } = useCharging();
  return (
    <Page title={t('charges.bill')}>
      {data?.charging ? <BillForm charging={data.charging} /> : <LoadingLines count={8} />}
    </Page>
  );
}

function bodyOf({ given, ...values }: Values, isGiven: boolean) {
  return { ...values, ...(isGiven ? { given: unitLines(given).lines } : {}) };
}

function BillForm({ charging }: { charging: Charging }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'charge_run'>(nowMs()));
  const [preview, show] = useState<Preview | null>(null);
  const items = charging.items.filter((item) => item.period !== null && item.on);
  const isGiven = (key: string) => items.some((item) => item.key === key && item.basis === 'given');
  const draft = useDraftForm<Values, { id: string }>({
    subject: 'charge_run/new',
    initial: {
      item: items[0]?.key ?? '',
      begins: dayOf(nowMs()),
      dueDay: dayOf(nowMs() + (charging.noticeDays + 5) * 24 * HOUR),
      given: '',
    },
    check: ({ begins, dueDay, given, item }) => {
      const { wrong } = unitLines(given);
      return {
        begins: begins ? null : t('charges.needed'),
        dueDay: dueDay ? null : t('charges.needed'),
        given: isGiven(item) && wrong !== null ? t('charges.given_wrong', { line: wrong }) : null,
      };
    },
    send: (values, options) => api.post('charge-runs', { id, ...bodyOf(values, isGiven(values.item)) }, options),
    changes: () => [...LEDGER],
    done: () => {
      say(t('charges.billed'));
      void navigate({ to: `/charges/runs/${id}` });
    },
  });
  const look = useWrite<Values, Preview>({
    send: (values, options) => api.post('charge-runs/preview', bodyOf(values, isGiven(values.item)), options),
    done: show,
  });
  const { form } = draft;
  form.watch('item', () => show(null));
  form.watch('begins', () => show(null));
  form.watch('given', () => show(null));
  // the period is looked at first; what bills it goes from beside the look
  const lookFirst = form.onSubmit((values) => void look.run(values));
  return (
    <>
      <FormFrame draft={{ ...draft, onSubmit: lookFirst, busy: look.busy }} submit={t('charges.preview')}>
        <NativeSelect
          label={t('charges.bill_item')}
          data={items.map(({ key, name }) => ({ value: key, label: said(name) }))}
          {...form.getInputProps('item')}
        />
        <div className={styles['pair']}>
          <TextInput type="date" label={t('charges.bill_period')} required {...form.getInputProps('begins')} />
          <TextInput type="date" label={t('charges.bill_due')} required {...form.getInputProps('dueDay')} />
        </div>
        {isGiven(form.values.item) ? (
          <Textarea
            label={t('charges.bill_given')}
            description={t('charges.bill_given_why')}
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps('given')}
          />
        ) : null}
      </FormFrame>
      {preview ? <Shown preview={preview} /> : null}
      {preview && preview.charges > 0 ? (
        <form onSubmit={draft.onSubmit}>
          <SubmitButton label={t('charges.bill_now')} busy={draft.busy} fullWidth={false} />
        </form>
      ) : null}
    </>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { charges, units, amount, currency, missing, billedBefore, lines } = preview;
  const lacking = missing.area + missing.amount + missing.payer;
  return (
    <Section
      title={t('charges.preview_of', { charges, units, amount: moneyWords(amount, currency) })}
      aside={billedBefore > 0 ? t('charges.billed_before', { count: billedBefore }) : null}
    >
      {lacking > 0 ? <Notice tone="soon">{t('charges.missing_of', missing)}</Notice> : null}
      <Table
        label={t('charges.preview')}
        rows={[...lines].sort((one, other) => Number(other.missing !== null) - Number(one.missing !== null))}
        rowId={(row) => row.place.id}
        columns={columns(currency)}
      />
    </Section>
  );
}

const columns = (currency: string) => [
  { key: 'place', label: t('charges.place'), cell: (row: PreviewLine) => row.place.code },
  { key: 'customer', label: t('charges.customer'), cell: (row: PreviewLine) => row.customer?.name },
  {
    key: 'area',
    label: t('charges.area'),
    number: true,
    cell: (row: PreviewLine) => (row.area === null ? '' : squareMetres(row.area)),
  },
  {
    key: 'amount',
    label: t('charges.amount'),
    number: true,
    cell: (row: PreviewLine) => (row.amount === null ? '' : moneyWords(row.amount, currency)),
  },
  {
    key: 'missing',
    label: t('charges.missing'),
    cell: (row: PreviewLine) => (row.missing ? t(`charges.missing_${row.missing}`) : ''),
  },
];
