import { TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useSession } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskWhy } from '../../../ui/ask-why.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Page } from '../../../ui/page.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { KeptVersions } from '../kept-versions.tsx';
import { nameProblem } from '../names-fields.tsx';
import type { Post } from '../people/people.ts';
import { usePostsRead } from '../people/people.ts';
import { PostFields, RightsFields } from './post-fields.tsx';
import type { PostValues } from './post-values.ts';
import { bodyOf, keyOf, putBack, valuesOf } from './post-values.ts';
import { RightsEffect } from './rights-effect.tsx';

/** One post, or a new one: name, place in the house, and its rights with how far each reaches. */
export function EditPost() {
  const { id } = useParams({ from: '/inside/administration/posts/$id' });
  const read = usePostsRead();
  const [made] = useState(() => newId<'post'>(nowMs()));
  const post = read.data?.items.find((one) => one.id === id) ?? null;
  const fresh = id === 'new';
  return (
    <Page
      title={fresh ? t('posts.add') : post ? said(post.name) : t('administration.posts')}
      actions={post ? <CloseButton post={post} /> : null}
    >
      <AdministrationNav />
      {!fresh && read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {!fresh && read.data && !post ? (
        <EmptyState title={t('problem.not_found')}>{t('problem.not_found_why')}</EmptyState>
      ) : null}
      {fresh || post ? <PostForm key={id} id={fresh ? made : id} post={post} /> : null}
    </Page>
  );
}

function PostForm({ id, post }: { id: string; post: Post | null }) {
  const navigate = useNavigate();
  const { centre } = useSession();
  const back = () => void navigate({ to: '/administration/posts' as string });
  const draft = useDraftForm<PostValues, unknown>({
    subject: post ? `post/${id}/edit` : 'post/new',
    initial: valuesOf(post),
    version: post?.version,
    check: ({ name, why }) => ({
      name: nameProblem(name),
      why: post && why.trim() === '' ? t('calendars.why_needed') : null,
    }),
    send: (values, options, { version }) =>
      post
        ? api.patch(`posts/${id}`, { ...bodyOf(values), seen: version, why: values.why.trim() }, options)
        : api.post('posts', { ...bodyOf(values), id, key: keyOf(values.name.en, id), centreId: centre.id }, options),
    changes: () => ['post', 'person', 'session'],
    done: () => {
      say(t('people.saved'));
      back();
    },
  });
  const why = post?.can['change'];
  return (
    <>
      {why ? <Notice tone="wait">{refusalWords(why)}</Notice> : null}
      <FormFrame
        draft={draft}
        submit={t('people.save')}
        beside={<ActionButton label={t('action.back')} onRun={back} />}
      >
        <Section title={t('people.known')}>
          <PostFields form={draft.form} self={id} />
        </Section>
        <Section title={t('posts.rights')}>
          <RightsFields form={draft.form} />
        </Section>
        {post ? (
          <>
            <RightsEffect postId={id} rights={draft.form.values.rights} />
            <TextInput
              label={t('calendars.why')}
              description={t('calendars.why_kept')}
              required
              maxLength={200}
              {...draft.form.getInputProps('why')}
            />
          </>
        ) : null}
      </FormFrame>
      {post ? (
        <KeptVersions
          address={`posts/${id}/versions`}
          about={['post']}
          putBack={(content) => draft.form.setValues(putBack(content))}
        />
      ) : null}
    </>
  );
}

function CloseButton({ post }: { post: Post }) {
  const [asking, setAsking] = useState(false);
  const label = post.closed ? t('posts.reopen') : t('posts.close');
  const write = useWrite<{ closed: boolean; why: string }>({
    send: (given, options) => api.patch(`posts/${post.id}`, { ...given, seen: post.version }, options),
    changes: () => ['post'],
    done: () => {
      setAsking(false);
      say(t('people.saved'));
    },
  });
  return (
    <>
      <ActionButton label={label} can={post.can} action="change" onRun={() => setAsking(true)} />
      <AskWhy
        opened={asking}
        close={() => setAsking(false)}
        title={label}
        act={label}
        busy={write.busy}
        run={(why) => void write.run({ closed: !post.closed, why })}
      />
    </>
  );
}
