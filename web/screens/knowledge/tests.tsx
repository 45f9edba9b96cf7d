import type { z } from 'zod';
import type { testsOut } from '../../../src/knowledge/view-acts.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { readable } from '../../matter/written.ts';

type Answer = z.output<typeof testsOut>;

/** Guides with a test, whether one has passed it, and how many have (KNOW-06). */
export function Tests() {
  const read = useRead<Answer>('articles/tests', { about: ['article', 'person', 'post'] });
  if (read.isPending) return <LoadingLines count={8} />;
  if (read.error && !read.data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const items = read.data?.items ?? [];
  if (items.length === 0) return <EmptyState title={t('knowledge.no_tests')}>{t('knowledge.no_tests_why')}</EmptyState>;
  return (
    <Table
      label={t('knowledge.view_tests')}
      rows={items}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('knowledge.title'),
          cell: (row) => <Go to={`/knowledge/${row.id}/test`}>{readable(row.title, row)}</Go>,
        },
        { key: 'mine', label: t('knowledge.my_test'), cell: mineWords },
        {
          key: 'all',
          label: t('knowledge.all_passed'),
          cell: (row) => (row.all ? t('knowledge.passed_of', { n: row.all.passed, of: row.all.of }) : null),
        },
      ]}
    />
  );
}

function mineWords({ asked, passedAt }: Answer['items'][number]): string {
  if (passedAt) return t('knowledge.passed_on', { when: absolute(passedAt) });
  return t(asked ? 'knowledge.not_passed' : 'knowledge.not_for_you');
}
