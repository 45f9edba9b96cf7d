import { addressOf } from '../../frame/addresses.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { madeOfWords, percentWords } from '../figures/figure-words.ts';
import { RecordsLink } from './records-link.tsx';
import type { UpwardAnswer } from './upward.tsx';

/** Limits kept by what was promised, the most broken first. */
export function Promises({ rows }: { rows: NonNullable<UpwardAnswer['promises']> }) {
  return (
    <Section title={t('upward.promises')}>
      <Table
        label={t('upward.promises')}
        rows={rows}
        rowId={(row) => row.promise}
        columns={[
          { key: 'name', label: t('upward.promise'), cell: (row) => said(row.name) },
          {
            key: 'kept',
            label: t('upward.kept'),
            number: true,
            cell: (row) => (
              <RecordsLink measure="kept" records={row.records} what={said(row.name)} n={row.of}>
                {percentWords(row.value)}
              </RecordsLink>
            ),
          },
          { key: 'of', label: t('figures.made_of'), cell: (row) => madeOfWords('share', row) },
          {
            key: 'before',
            label: t('summaries.period_before'),
            number: true,
            cell: (row) => percentWords(row.before?.value ?? null),
          },
        ]}
      />
    </Section>
  );
}

/** By person: which matters he had, what he kept, and how long he was away. */
export function Staff({ rows }: { rows: NonNullable<UpwardAnswer['staff']> }) {
  return (
    <Section title={t('upward.staff')}>
      <Table
        label={t('upward.staff')}
        rows={rows}
        rowId={(row) => row.person.id}
        columns={[
          {
            key: 'person',
            label: t('upward.person'),
            cell: ({ person }) => <Go to={addressOf('person', person.id)!}>{person.name}</Go>,
          },
          {
            key: 'opened',
            label: t('upward.opened'),
            number: true,
            cell: ({ person, opened }) => (
              <RecordsLink measure="opened" records={opened.records} what={person.name} n={opened.n} />
            ),
          },
          {
            key: 'closed',
            label: t('upward.closed'),
            number: true,
            cell: ({ person, closed }) => (
              <RecordsLink measure="closed" records={closed.records} what={person.name} n={closed.n} />
            ),
          },
          {
            key: 'kept',
            label: t('upward.kept'),
            number: true,
            cell: ({ person, kept }) => (
              <RecordsLink measure="kept" records={kept.records} what={person.name} n={kept.of}>
                {percentWords(kept.value)}
              </RecordsLink>
            ),
          },
          { key: 'of', label: t('figures.made_of'), cell: ({ kept }) => madeOfWords('share', kept) },
          {
            key: 'away',
            label: t('upward.days_away'),
            number: true,
            cell: (row) => numberWords(row.daysAway),
          },
        ]}
      />
    </Section>
  );
}
