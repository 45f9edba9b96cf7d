import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { actionStateWords, causeWords } from '../quality/improvements.ts';
import type { UpwardAnswer } from './upward.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';

type Used = NonNullable<UpwardAnswer['techniques']>[number]['used'][number];

/** Which statistical techniques were used, how often, and on which records. */
export function Techniques({ rows }: { rows: NonNullable<UpwardAnswer['techniques']> }) {
  return (
    <Section title={t('upward.techniques')}>
      <Table
        label={t('upward.techniques')}
        rows={rows}
        rowId={(row) => row.technique}
        columns={[
          { key: 'technique', label: t('upward.technique'), cell: (row) => t(`upward.technique_${row.technique}`) },
          { key: 'n', label: t('upward.times'), number: true, cell: (row) => numberWords(row.used.length) },
          {
            key: 'used',
            label: t('upward.used_on'),
            cell: (row) => (
              <ul>
                {row.used.map((one) => (
                  <li key={one.id}>
                    <UsedOn one={one} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

function UsedOn({ one }: { one: Used }) {
  const called = one.title ?? (one.name ? said(one.name) : absolute(one.at));
  const words = [one.number, called, one.begins ? absoluteDay(one.begins) : null].filter((part) => part !== null);
  return (
    <ThingLink type={one.type} id={one.id}>
      {words.join(' ')}
    </ThingLink>
  );
}

/** Actions opened in the period or open in it, and how far they were. */
export function Improvements({ rows }: { rows: NonNullable<UpwardAnswer['improvements']> }) {
  return (
    <Section title={t('upward.improvements')}>
      {rows.length === 0 ? <p className="dim">{t('upward.no_improvements')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('upward.improvements')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'action',
              label: t('upward.action'),
              cell: (row) => (
                <Go to={`/quality/actions/${row.id}`}>
                  {row.number} {row.title}
                </Go>
              ),
            },
            {
              key: 'department',
              label: t('upward.department'),
              cell: (row) => (row.department ? said(row.department.name) : null),
            },
            { key: 'cause', label: t('upward.cause'), cell: (row) => causeWords(row.causeSort) },
            { key: 'state', label: t('upward.state'), cell: (row) => actionStateWords(row.state) },
            {
              key: 'done',
              label: t('upward.measures_done'),
              cell: (row) => t('summaries.n_of', { n: numberWords(row.done), of: numberWords(row.measures) }),
            },
            { key: 'recurred', label: t('upward.recurred'), number: true, cell: (row) => numberWords(row.recurred) },
          ]}
        />
      ) : null}
    </Section>
  );
}

/** Proposals made in the period, and what became of each. */
export function Proposals({ rows }: { rows: NonNullable<UpwardAnswer['proposals']> }) {
  return (
    <Section title={t('upward.proposals')}>
      {rows.length === 0 ? <p className="dim">{t('upward.no_proposals')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('upward.proposals')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'proposal',
              label: t('upward.proposal'),
              cell: (row) => (
                <Go to={`/tickets/${row.id}`}>
                  {row.number} {row.title}
                </Go>
              ),
            },
            {
              key: 'department',
              label: t('upward.department'),
              cell: (row) => (row.department ? said(row.department.name) : null),
            },
            { key: 'state', label: t('upward.state'), cell: (row) => t(`registers.state_${row.state}`) },
            {
              key: 'became',
              label: t('proposals.became'),
              cell: (row) => (row.became ? t(`proposals.became_${row.became}`) : null),
            },
            { key: 'result', label: t('upward.result'), cell: (row) => row.result },
          ]}
        />
      ) : null}
    </Section>
  );
}
