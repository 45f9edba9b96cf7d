import { Checkbox, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChargeItem } from '../../../src/charge/items.ts';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { language, said, t } from '../../words/words.ts';
import type { ChargingAnswer } from './charge-words.ts';
import { moneyWords, useCharging } from './charge-words.ts';
import styles from './charges.module.css';

/** What is charged, at which price and by which published standard. */
export function Items() {
  const { data } = useCharging();
  const [editing, edit] = useState<ChargeItem | null>(null);
  if (!data?.charging) return <div className={styles['read']} />;
  const { items, currency } = data.charging;
  return (
    <div className={styles['read']}>
      <Table
        label={t('charges.view_items')}
        rows={items}
        rowId={(row) => row.key}
        columns={[
          {
            key: 'name',
            label: t('charges.item'),
            cell: (row) => (
              <>
                {said(row.name)} {row.on ? null : <span className="dim">{t('charges.item_off')}</span>}
              </>
            ),
          },
          {
            key: 'price',
            label: t('charges.price'),
            cell: (row) => (
              <>
                {row.rate === null ? '' : moneyWords(row.rate, currency)}{' '}
                <span className="dim">{t(`charges.basis_${row.basis}`)}</span>
              </>
            ),
          },
          { key: 'every', label: t('charges.period'), cell: (row) => t(`charges.every_${row.period ?? 'time'}`) },
          { key: 'standard', label: t('charges.standard'), cell: standardWords },
          {
            key: 'acts',
            label: t('charges.item_edit'),
            acts: true,
            cell: (row) => (
              <ActionButton
                label={t('charges.item_edit')}
                icon={IconPencil}
                kind="quiet"
                can={data.can}
                action="change"
                onRun={() => edit(row)}
              />
            ),
          },
        ]}
      />
      <Dialog opened={editing !== null} close={() => edit(null)} title={editing ? said(editing.name) : ''}>
        {editing ? <ItemForm item={editing} answer={data} close={() => edit(null)} /> : null}
      </Dialog>
    </div>
  );
}

export function standardWords({ standard }: Pick<ChargeItem, 'standard'>): string {
  if (!standard) return '';
  const { name, number, from, until } = standard;
  const days = until
    ? t('charges.holds', { from: absoluteDay(from), until: absoluteDay(until) })
    : t('charges.holds_on', { from: absoluteDay(from) });
  return `${t('charges.standard_of', { name: said(name), number })} ${days}`;
}

type Values = { rate: string; name: string; number: string; from: string; until: string; on: boolean; why: string };
type FormProps = { item: ChargeItem; answer: ChargingAnswer; close: () => void };

function itemOf(item: ChargeItem, values: Values): ChargeItem {
  const { standard } = item;
  const text = values.name.trim();
  const name = { ...(standard?.name ?? { en: text, 'zh-hans': text, 'zh-hant': text }), [language()]: text };
  return {
    ...item,
    rate: values.rate.trim() === '' ? null : moneyOf(values.rate),
    on: values.on,
    standard:
      text === '' ? null : { name, number: values.number.trim(), from: values.from, until: values.until || null },
  };
}

/** A new price rests on a standard and is a new version of the settings; what was billed stays. */
function ItemForm({ item, answer, close }: FormProps) {
  const { standard } = item;
  const priced = item.basis !== 'agreed' && item.basis !== 'given';
  const draft = useDraftForm<Values, unknown>({
    subject: `charge-item/${item.key}`,
    initial: {
      rate: item.rate === null ? '' : moneyText(item.rate),
      name: standard ? said(standard.name) : '',
      number: standard?.number ?? '',
      from: standard?.from ?? '',
      until: standard?.until ?? '',
      on: item.on,
      why: '',
    },
    check: ({ rate, name, number, from, why }) => ({
      rate: rate.trim() !== '' && moneyOf(rate) === null ? t('charges.amount_wrong') : null,
      number: name.trim() && !number.trim() ? t('charges.needed') : null,
      from: name.trim() && !from ? t('charges.needed') : null,
      why: why.trim() ? null : t('calendars.why_needed'),
    }),
    send: (values, options) => {
      const charging = answer.charging!;
      const items = charging.items.map((one) => (one.key === item.key ? itemOf(item, values) : one));
      const body = { charging: { ...charging, items }, seen: answer.version, why: values.why.trim() };
      return api.put('charging', body, options);
    },
    changes: () => ['kind', 'organisation'],
    done: () => {
      say(t('charges.item_saved'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('charges.item_save')}>
      {priced ? (
        <TextInput
          label={t('charges.item_rate')}
          description={t(`charges.basis_${item.basis}`)}
          inputMode="decimal"
          {...form.getInputProps('rate')}
        />
      ) : null}
      <TextInput label={t('charges.item_standard')} {...form.getInputProps('name')} />
      <TextInput label={t('charges.item_number')} maxLength={120} {...form.getInputProps('number')} />
      <div className={styles['pair']}>
        <TextInput type="date" label={t('charges.item_from')} {...form.getInputProps('from')} />
        <TextInput type="date" label={t('charges.item_until')} {...form.getInputProps('until')} />
      </div>
      <Checkbox label={t('charges.item_on')} {...form.getInputProps('on', { type: 'checkbox' })} />
      <TextInput label={t('calendars.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}
