import { useParams } from '@tanstack/react-router';
import type { ArchivePage } from '../../../src/customer-archive/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { Former } from '../papers/former.tsx';
import { ArchiveActs } from './acts.tsx';
import styles from './archives.module.css';
import { Entries } from './entries.tsx';

/** One archive: what is filed under which part, what is missing, and when it was put in order. */
export function OneArchive() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ArchivePage>(`customer-archives/${id}`, {
    about: ['customer_archive', `customer_archive/${id}`, 'commitment'],
  });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? t('customer_archives.one', { name: data.customer.name }) : t('customer_archives.title')}
      actions={data ? <ArchiveActs archive={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts archive={data} /> : null}
    </Page>
  );
}

function Parts({ archive }: { archive: ArchivePage }) {
  return (
    <>
      {archive.missing.length > 0 ? (
        <Notice tone="soon">
          {t('customer_archives.state_incomplete')} · {listWords(archive.missing.map(({ name }) => said(name)))}
        </Notice>
      ) : null}
      {archive.stale ? <Notice tone="late">{t('customer_archives.state_stale')}</Notice> : null}
      <Facts
        lines={[
          {
            label: t('customer_archives.customer'),
            value: <Go to={`/customers/${archive.customer.id}`}>{archive.customer.name}</Go>,
          },
          { label: t('customer_archives.department'), value: said(archive.department.name) },
          { label: t('customer_archives.keeper'), value: archive.keeper.name },
          {
            label: t('customer_archives.opened_by'),
            value: (
              <>
                {archive.openedBy.name} · <When at={archive.openedAt} />
              </>
            ),
          },
          { label: t('customer_archives.touched'), value: <When at={archive.touchedAt} /> },
          { label: t('customer_archives.tend_by'), value: <When at={archive.tendBy} /> },
        ]}
      />
      <Entries archive={archive} />
      {archive.looks.length > 0 ? (
        <Section title={t('customer_archives.looks')}>
          <ul className={styles['rows']}>
            {archive.looks.map((one) => (
              <li key={one.at}>
                <When at={one.at} /> · {one.by.name} · {one.remark}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Former former={archive.former} />
    </>
  );
}
