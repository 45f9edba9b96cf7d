import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRight } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { listWords, numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import type { Post } from '../people/people.ts';
import { useDepartments, usePosts, usePostsRead } from '../people/people.ts';

/** Every post: who stands at it and who stands in, to whom it reports, and how much it may. */
export function Posts() {
  const navigate = useNavigate();
  const read = usePostsRead();
  const posts = usePosts();
  const departments = useDepartments();
  const nameOf = (id: string | null) => {
    const found = [...posts, ...departments].find((one) => one.id === id);
    return found ? said(found.name) : '';
  };
  return (
    <Page
      title={t('administration.posts')}
      actions={
        useRight('people.edit') ? (
          <ActionButton
            label={t('posts.add')}
            icon={IconPlus}
            kind="primary"
            hotkey="c"
            onRun={() => void navigate({ to: '/administration/posts/new' as string })}
          />
        ) : null
      }
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {posts.length > 0 ? (
        <Section title={t('posts.every')} aside={numberWords(posts.length)}>
          <Table
            label={t('administration.posts')}
            rows={posts}
            rowId={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: t('posts.name'),
                cell: (row) => <Go to={`/administration/posts/${row.id}`}>{said(row.name)}</Go>,
              },
              { key: 'department', label: t('people.department'), cell: (row) => nameOf(row.departmentId) },
              { key: 'people', label: t('posts.people'), cell: peopleOf },
              { key: 'superior', label: t('posts.superior'), cell: (row) => nameOf(row.superiorPostId) },
              { key: 'rights', label: t('posts.rights'), number: true, cell: (row) => Object.keys(row.rights).length },
              { key: 'state', label: t('people.state'), cell: (row) => (row.closed ? t('posts.closed') : '') },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  );
}

function peopleOf(row: Post): string {
  if (row.people.length === 0) return t('posts.nobody');
  return listWords(
    row.people.map(({ name, deputyRank }) =>
      deputyRank === null ? name : t('posts.deputy', { name, rank: deputyRank }),
    ),
  );
}
