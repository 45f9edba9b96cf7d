import { IconPrinter } from '@tabler/icons-react';
import type { Structure as Answer } from '../../../src/personnel/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import styles from './staff.module.css';
import { StaffTabs } from './tabs.tsx';

type Post = Answer['items'][number]['posts'][number];

const namesOf = (people: readonly { name: string }[]): string => listWords(people.map(({ name }) => name));

/** Who stands where: departments, their posts from the top down, holders and vacancies. */
export function Structure() {
  const { data, error, refetch } = useRead<Answer>('staff/structure', { about: ['post', 'person', 'department'] });
  usePrintable();
  return (
    <Page
      title={t('staff.title')}
      aside={data ? t('staff.vacant_of', { vacant: data.vacant, posts: data.posts }) : null}
      actions={
        <>
          <StaffTabs tab="structure" />
          <ActionButton label={t('staff.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
        </>
      }
    >
      {!data && error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={12} /> : null}
      {data?.items.map(({ department, posts }) => (
        <Section
          key={department?.id ?? 'above'}
          title={department ? said(department.name) : t('staff.above_departments')}
        >
          <Posts label={department ? said(department.name) : t('staff.above_departments')} posts={posts} />
        </Section>
      ))}
    </Page>
  );
}

function Posts({ label, posts }: { label: string; posts: readonly Post[] }) {
  return (
    <Table
      label={label}
      rows={posts}
      rowId={(row) => row.id}
      columns={[
        { key: 'post', label: t('staff.post'), cell: (row) => said(row.name) },
        {
          key: 'holders',
          label: t('staff.holders'),
          cell: (row) =>
            row.holders.length > 0 ? (
              namesOf(row.holders)
            ) : (
              <strong className={styles['vacant']}>{t('staff.vacant')}</strong>
            ),
        },
        { key: 'deputies', label: t('staff.deputies'), cell: (row) => namesOf(row.deputies) },
        { key: 'superior', label: t('staff.superior'), cell: (row) => (row.superior ? said(row.superior.name) : null) },
        { key: 'scheme', label: t('staff.scheme'), cell: (row) => (row.scheme ? said(row.scheme) : null) },
        {
          key: 'duties',
          label: t('staff.duties'),
          cell: (row) =>
            row.duties ? (
              <details>
                <summary>{t('staff.duties_show')}</summary>
                <p className={styles['said']}>{row.duties}</p>
              </details>
            ) : null,
        },
      ]}
    />
  );
}
