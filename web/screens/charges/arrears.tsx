import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { AGES } from '../../../src/charge/charge.ts';
import type { Arrears } from '../../../src/charge/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { locale, said, t } from '../../words/words.ts';
import { TakeOut } from '../figures/take-out.tsx';
import { LEDGER, moneyWords } from './charge-words.ts';
import styles from './charges.module.css';

const route = getRouteApi('/inside/charges');

/** Arrears by building and age, and the collected share with what it is of; each figure leads to its charges. */
export function ArrearsView() {
  const { dueFrom, dueUntil } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: object) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const query = { dueFrom, dueUntil };
  const read = useRead<Arrears>('charge-arrears', { about: LEDGER, query, keep: true });
  const { data } = read;
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        {(['dueFrom', 'dueUntil'] as const).map((key) => (
          <TextInput
            key={key}
            type="date"
            label={t(key === 'dueFrom' ? 'charges.arrears_from' : 'charges.arrears_until')}
            value={(key === 'dueFrom' ? dueFrom : dueUntil) ?? ''}
            onChange={(event) => set({ [key]: event.currentTarget.value || undefined })}
          />
        ))}
        <TakeOut path="charge-arrears/document" query={query} />
      </div>
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data && data.charged === 0 ? <EmptyState title={t('charges.arrears_none')}>{null}</EmptyState> : null}
      {data && data.charged > 0 ? <Shown arrears={data} /> : null}
    </div>
  );
}

const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

function Shown({ arrears }: { arrears: Arrears }) {
  const { currency, dueFrom, dueUntil, paid, charged, owed, share, places, items } = arrears;
  const money = (amount: number) => moneyWords(amount, currency);
  const days = { ...(dueFrom ? { dueFrom } : {}), dueUntil };
  const until = absoluteDay(dueUntil);
  const span = dueFrom
    ? `${t('charges.arrears_due')}: ${absoluteDay(dueFrom)} – ${until}`
    : `${t('charges.arrears_until')}: ${until}`;
  return (
    <>
      <Section title={t('charges.collected')} aside={span}>
        <p>
          <strong>{share === null ? '–' : percent(share)}</strong>{' '}
          {t('charges.collected_of', { paid: money(paid), charged: money(charged) })} <ShareBar n={paid} of={charged} />{' '}
          <Go to="/charges" search={{ view: 'charges', state: 'owed', ...days }}>
            {t('charges.open')} {money(owed)}
          </Go>
        </p>
      </Section>
      <Section title={t('charges.by_building')}>
        <Table
          label={t('charges.by_building')}
          rows={places}
          rowId={(row) => row.place?.id ?? ''}
          columns={[
            {
              key: 'place',
              label: t('charges.building'),
              cell: (row) =>
                row.place ? (
                  <Go to="/charges" search={{ view: 'charges', state: 'owed', place: row.place.id, ...days }}>
                    {row.place.code}
                  </Go>
                ) : (
                  t('charges.no_place')
                ),
            },
            { key: 'charged', label: t('charges.charged'), number: true, cell: (row) => money(row.charged) },
            { key: 'paid', label: t('charges.paid'), number: true, cell: (row) => money(row.paid) },
            { key: 'owed', label: t('charges.open'), number: true, cell: (row) => money(row.owed) },
            { key: 'debtors', label: t('charges.debtors'), number: true, cell: (row) => row.debtors },
            ...AGES.map(({ key }) => ({
              key,
              label: t(`charges.age_${key}`),
              number: true,
              cell: (row: Arrears['places'][number]) => (row.ages[key] ? money(row.ages[key]) : ''),
            })),
          ]}
        />
      </Section>
      <Section title={t('charges.by_item')}>
        <Table
          label={t('charges.by_item')}
          rows={items}
          rowId={(row) => row.item.key}
          columns={[
            {
              key: 'item',
              label: t('charges.item'),
              cell: (row) => (
                <Go to="/charges" search={{ view: 'charges', item: row.item.key, ...days }}>
                  {said(row.item.name)}
                </Go>
              ),
            },
            { key: 'charged', label: t('charges.charged'), number: true, cell: (row) => money(row.charged) },
            { key: 'paid', label: t('charges.paid'), number: true, cell: (row) => money(row.paid) },
            { key: 'owed', label: t('charges.open'), number: true, cell: (row) => money(row.owed) },
            {
              key: 'share',
              label: t('charges.collected'),
              number: true,
              cell: (row) => (row.charged > 0 ? percent(row.paid / row.charged) : ''),
            },
          ]}
        />
      </Section>
    </>
  );
}
