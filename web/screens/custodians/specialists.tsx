import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CustodiansView } from '../../../src/custodian/view.ts';
import { PeriodFilter } from '../../matter/period-filter.tsx';
import type { Period } from '../../matter/periods.ts';
import { spanOf } from '../../matter/periods.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './custodians.module.css';
import { useCustodians } from './data.ts';
import { Distributions } from './distributions.tsx';

type Specialist = CustodiansView['items'][number];

/** Each specialist with what he can take, what he has and owes; and what was given in one act each. */
export function Specialists() {
  const [period, setPeriod] = useState<Period | undefined>('month');
  const [of, choose] = useState<Specialist | null>(null);
  const read = useCustodians(spanOf(period));
  const { data } = read;
  if (!data)
    return read.error ? (
      <ErrorState problem={read.error} retry={() => void read.refetch()} />
    ) : (
      <LoadingLines count={10} />
    );
  return (
    <>
      <Section
        title={t('custodians.view_people')}
        aside={t('custodians.totals', { given: numberWords(data.given), without: numberWords(data.without) })}
        actions={<PeriodFilter subject={t('custodians.view_contacts')} period={period} set={setPeriod} />}
      >
        {data.items.length === 0 ? (
          <EmptyState title={t('custodians.no_people')}>{t('custodians.no_people_why')}</EmptyState>
        ) : (
          <Table
            label={t('custodians.view_people')}
            rows={data.items}
            rowId={(row) => row.person.id}
            columns={[...columns(), actColumn(data, choose)]}
          />
        )}
      </Section>
      <Distributions />
      <Dialog
        opened={of !== null}
        close={() => choose(null)}
        title={t('custodians.ability_of', { name: of?.person.name ?? '' })}
      >
        {of ? <AbilityForm of={of} close={() => choose(null)} /> : null}
      </Dialog>
    </>
  );
}

const columns = (): TableColumn<Specialist>[] => [
  {
    key: 'person',
    label: t('custodians.person'),
    cell: ({ person }) => (
      <Go to="/custodians" search={{ view: 'customers', person: person.id }}>
        {person.name}
      </Go>
    ),
  },
  {
    key: 'percent',
    label: t('custodians.percent'),
    number: true,
    cell: ({ percent }) => t('custodians.percent_said', { percent: numberWords(percent) }),
  },
  { key: 'customers', label: t('custodians.customers'), number: true, cell: (row) => numberWords(row.customers) },
  { key: 'share', label: t('custodians.share'), number: true, cell: (row) => numberWords(row.share) },
  { key: 'open', label: t('custodians.open'), number: true, cell: (row) => <Behind row={row} n={row.open} /> },
  {
    key: 'late',
    label: t('custodians.late'),
    number: true,
    cell: (row) => <Behind row={row} n={row.late} state="late" />,
  },
  {
    key: 'kept',
    label: t('custodians.kept_of'),
    number: true,
    cell: ({ kept, due }) => t('custodians.of', { n: numberWords(kept), all: numberWords(due) }),
  },
  {
    key: 'missed',
    label: t('custodians.missed'),
    number: true,
    cell: (row) => <Behind row={row} n={row.missed} state="missed" />,
  },
];

/** A number, and the contacts behind it. */
function Behind({ row, n, state }: { row: Specialist; n: number; state?: 'late' | 'missed' }) {
  return (
    <Go
      to="/custodians"
      search={{ view: 'contacts', person: row.person.id, ...(state ? { state } : {}) }}
      className={state && n > 0 ? styles['late'] : undefined}
    >
      {numberWords(n)}
    </Go>
  );
}

const actColumn = (data: CustodiansView, choose: (of: Specialist) => void): TableColumn<Specialist> => ({
  key: 'act',
  label: t('custodians.ability'),
  acts: true,
  cell: (row) => (
    <ActionButton
      label={t('custodians.ability')}
      kind="quiet"
      can={data.can}
      action="assign"
      onRun={() => choose(row)}
    />
  ),
});

function AbilityForm({ of: one, close }: { of: Specialist; close: () => void }) {
  const draft = useDraftForm<{ percent: number; why: string }, unknown>({
    subject: `person/${one.person.id}/ability`,
    initial: { percent: one.percent, why: '' },
    check: ({ percent, why }) => ({
      percent: percent >= 10 && percent <= 300 ? null : t('custodians.ability_range'),
      why: why.trim() ? null : t('custodians.why_needed'),
    }),
    send: ({ percent, why }, options) =>
      api.put(`custodians/${one.person.id}/ability`, { seen: one.version, percent, why: why.trim() }, options),
    changes: () => ['person'],
    done: () => {
      say(t('custodians.saved'));
      close();
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('custodians.ability')}>
      <NumberField
        label={t('custodians.ability_percent')}
        description={t('custodians.ability_range')}
        required
        min={10}
        max={300}
        {...of('percent')}
      />
      <TextInput
        label={t('custodians.why')}
        description={t('custodians.why_kept')}
        required
        maxLength={200}
        {...of('why')}
      />
      <ul className={styles['rows']}>
        {one.abilities.map((said) => (
          <li key={`${said.at}${said.percent}`} className="dim">
            <When at={said.at} />{' '}
            {t('custodians.ability_line', {
              percent: numberWords(said.percent),
              why: said.why,
              name: said.by.name,
            })}
          </li>
        ))}
      </ul>
    </FormFrame>
  );
}
