import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { usePostsRead } from '../administration/people/people.ts';
import type { Plan, PlanAnswer } from './answers.ts';
import { usePlans } from './answers.ts';
import styles from './quality.module.css';

/** Who checks how many of what, how often. */
export function Plans() {
  const read = usePlans();
  const navigate = useNavigate();
  const edits = useRight('limit.edit');
  const rows = read.data?.items ?? [];
  return (
    <div className={styles['read']}>
      {edits ? (
        <div className={styles['row']}>
          <ActionButton
            label={t('quality.add_plan')}
            icon={IconPlus}
            hotkey="n"
            onRun={() => void navigate({ to: '/quality/plans/$key', params: { key: 'new' } })}
          />
        </div>
      ) : null}
      {read.isPending ? <LoadingLines count={6} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && rows.length === 0 ? (
        <EmptyState title={t('quality.no_plans')}>{t('quality.no_plans_why')}</EmptyState>
      ) : null}
      {rows.length > 0 ? <PlanTable rows={rows} /> : null}
    </div>
  );
}

function PlanTable({ rows }: { rows: readonly PlanAnswer[] }) {
  const posts = usePostsRead();
  const postName = (key: string) => {
    const post = posts.data?.items.find((one) => one.key === key);
    return post ? said(post.name) : key;
  };
  return (
    <Table
      label={t('quality.view_plans')}
      rows={rows}
      rowId={({ plan }) => plan.key}
      columns={[
        {
          key: 'name',
          label: t('quality.plan'),
          cell: ({ plan }) => <Go to={`/quality/plans/${plan.key}`}>{said(plan.name)}</Go>,
        },
        { key: 'draws', label: t('quality.draws'), cell: ({ plan }) => t(`quality.draws_${plan.draws}`) },
        { key: 'size', label: t('quality.size'), cell: ({ plan }) => sizeWords(plan.size) },
        { key: 'period', label: t('quality.how_often'), cell: ({ plan }) => t(`quality.each_${plan.period}`) },
        { key: 'post', label: t('quality.post'), cell: ({ plan }) => postName(plan.post) },
        {
          key: 'state',
          label: t('quality.state'),
          cell: ({ plan }) => (plan.closed ? t('quality.plan_closed') : t('quality.plan_runs')),
        },
        {
          key: 'since',
          label: t('quality.since'),
          cell: ({ versions }) => (versions[0] ? absolute(versions[0].at) : null),
        },
      ]}
    />
  );
}

export function sizeWords(size: Plan['size']): string {
  return 'count' in size
    ? t('quality.size_count', { count: size.count })
    : t('quality.size_share', { percent: size.percent, count: size.atLeast });
}
