import type { z } from 'zod';
import type { calendarsOut } from '../../../../src/organisation/calendars-view.ts';
import { useRead } from '../../../server/queries.ts';
import { Go } from '../../../ui/go.tsx';
import { Page } from '../../../ui/page.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { listWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import type { Calendar } from './calendar-rules.ts';

/** By which hours promises are counted, who works by them, and which lack the next holidays. */
export function Calendars() {
  const read = useRead<z.output<typeof calendarsOut>>('calendars', { about: ['calendar', 'department'] });
  const rows = read.data?.items ?? [];
  return (
    <Page title={t('administration.calendars')}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {rows.map((row) => (row.lacksYear ? <LacksYear key={row.id} calendar={row} /> : null))}
      {rows.length > 0 ? (
        <Section title={t('calendars.all')}>
          <Table
            label={t('calendars.all')}
            rows={rows}
            rowId={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: t('calendars.name'),
                cell: (row) => <Go to={`/administration/calendars/${row.id}`}>{said(row.name)}</Go>,
              },
              { key: 'used', label: t('calendars.used_by'), cell: usedBy },
              { key: 'version', label: t('calendars.version'), number: true, cell: (row) => row.version },
              {
                key: 'changed',
                label: t('calendars.changed'),
                cell: (row) => (
                  <>
                    <When at={row.changed.at} /> {row.changed.by ?? t('calendars.as_shipped')}
                  </>
                ),
              },
              { key: 'why', label: t('calendars.why'), cell: (row) => row.changed.why },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  );
}

function usedBy(row: Calendar): string {
  const who = row.usedBy.map((name) => said(name));
  return listWords(row.isReception ? [t('calendars.reception'), ...who] : who) || '–';
}

export function LacksYear({ calendar }: { calendar: Calendar }) {
  return (
    <Notice tone="soon">
      {t('calendars.lacks_year', { name: said(calendar.name), year: String(calendar.lacksYear) })}
    </Notice>
  );
}
