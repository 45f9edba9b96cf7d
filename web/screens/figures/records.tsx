import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { recordOut } from '../../../src/report/measures/shapes.ts';
import { usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, lengthWords, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import styles from './figures.module.css';
import { TakeOut } from './take-out.tsx';
import { COUNTED, useFigureSearch } from './use-figures.ts';

type Row = z.output<typeof recordOut>;

/** What a number counts, record by record, under the figures it stands in; each leads to its matter. */
export function Records({ address }: { address: string }) {
  const { change } = useFigureSearch();
  const { measure, query } = readAddress(address);
  const pages = usePages<Row>(`figures/${measure}/records`, { about: COUNTED, query });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={styles['records']}>
      <Section
        title={t('figures.records')}
        aside={t('figures.records_what')}
        actions={
          <>
            <TakeOut path={`figures/${measure}/records/document`} query={query} />
            <ActionButton
              label={t('figures.close_records')}
              icon={IconX}
              hotkey="Escape"
              kind="quiet"
              onRun={() => change({ records: undefined })}
            />
          </>
        }
      >
        <Pages read={pages} none={<p className="dim">{t('figures.no_records')}</p>}>
          {(rows) => <RecordTable rows={rows} />}
        </Pages>
      </Section>
    </div>
  );
}

function readAddress(address: string): { measure: string; query: Record<string, string> } {
  const url = new URL(address, 'http://records');
  const measure = url.pathname.split('/')[3] ?? '';
  return { measure, query: Object.fromEntries(url.searchParams) };
}

function RecordTable({ rows }: { rows: readonly Row[] }) {
  const some = (value: (row: Row) => unknown): boolean => rows.some((row) => value(row) !== null);
  return (
    <Table
      label={t('figures.records')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'what', label: t('figures.matter'), cell: (row) => <Matter row={row} /> },
        ...(some((row) => row.owed)
          ? [{ key: 'owed', label: t('figures.cut_promise'), cell: (row: Row) => (row.owed ? said(row.owed) : null) }]
          : []),
        { key: 'kind', label: t('list.kind'), cell: (row) => (row.kind ? said(row.kind) : null) },
        { key: 'at', label: t('figures.at'), cell: (row) => absolute(row.at) },
        { key: 'place', label: t('list.place'), cell: (row) => row.place },
        { key: 'person', label: t('figures.cut_person'), cell: (row) => row.person?.name },
        {
          key: 'department',
          label: t('board.department'),
          cell: (row) => (row.department ? said(row.department) : null),
        },
        ...(some((row) => row.value)
          ? [{ key: 'value', label: t('figures.number'), number: true, cell: valueOf }]
          : [{ key: 'hit', label: t('figures.counts_as'), cell: hitWords }]),
      ]}
    />
  );
}

function Matter({ row }: { row: Row }) {
  if (row.conversationId) return <Go to={`/messages/${row.conversationId}`}>{t('figures.conversation')}</Go>;
  if (!row.ticket) return <span className="dim">{t('figures.no_matter')}</span>;
  return (
    <Go to={`/tickets/${row.ticket.id}`}>
      {row.ticket.number} {row.ticket.title}
    </Go>
  );
}

function valueOf({ value, type }: Row): string | null {
  if (value === null) return null;
  return type === 'commitment' ? lengthWords(value, 'working') : numberWords(value);
}

function hitWords({ hit }: Row): string {
  return hit ? t('figures.hit') : t('figures.missed');
}
