import type { z } from 'zod';
import type { intakeOut } from '../../../../src/pack/intake-view.ts';
import { useRead } from '../../../server/queries.ts';
import { Go } from '../../../ui/go.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';

/** What may take how long, by kind of matter; and what holds for the whole house. */
export function Limits() {
  const read = useRead<z.output<typeof intakeOut>>('kinds', { about: ['organisation'] });
  return (
    <Page title={t('administration.limits')}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <>
          <Section title={t('limits.house')}>
            <p>
              <Go to="/administration/limits/house">{t('limits.house_open')}</Go>
            </p>
            <p className="dim">{t('limits.house_why')}</p>
          </Section>
          <Section title={t('limits.kinds')}>
            <Table
              label={t('limits.kinds')}
              rows={read.data.items}
              rowId={(row) => row.key}
              columns={[
                {
                  key: 'name',
                  label: t('list.kind'),
                  cell: (row) => <Go to={`/administration/limits/${row.key}`}>{said(row.name)}</Go>,
                },
                {
                  key: 'about',
                  label: t('limits.about'),
                  cell: (row) => <span className="dim">{said(row.about)}</span>,
                },
                { key: 'version', label: t('calendars.version'), number: true, cell: (row) => row.version },
              ]}
            />
          </Section>
        </>
      ) : null}
    </Page>
  );
}
