import { NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import type { Person } from './people.ts';
import { postWords, usePosts } from './people.ts';

/** The posts somebody holds or stands in for; one more is given, one is taken after asking. */
export function PostsOf({ person }: { person: Person }) {
  const [taking, setTaking] = useState<Person['posts'][number] | null>(null);
  const changes = () => ['person', `person/${person.id}`, 'post', 'duty'] as const;
  const take = useWrite<string>({
    send: (postId, options) => api.delete(`people/${person.id}/posts/${postId}`, options),
    changes,
    done: () => setTaking(null),
  });
  return (
    <Section title={t('administration.posts')}>
      {person.posts.length === 0 ? <p className="dim">{t('people.no_posts')}</p> : null}
      <ul className={styles['lines']}>
        {person.posts.map((post) => (
          <li key={post.id}>
            <span>{postWords(post)}</span>
            <ActionButton
              label={t('people.take_post', { post: said(post.name) })}
              icon={IconX}
              iconOnly
              kind="quiet"
              can={person.can}
              action="edit"
              onRun={() => setTaking(post)}
            />
          </li>
        ))}
      </ul>
      {person.can['edit'] === null ? <GivePost person={person} /> : null}
      <AskFirst
        opened={taking !== null}
        close={() => setTaking(null)}
        title={taking ? t('people.take_title', { post: said(taking.name), name: person.name }) : ''}
        act={t('people.take_act')}
        busy={take.busy}
        run={() => taking && void take.run(taking.id)}
      >
        <p>{t('people.take_why')}</p>
      </AskFirst>
    </Section>
  );
}

function GivePost({ person }: { person: Person }) {
  const posts = usePosts().filter((post) => !post.closed && post.can['change'] === null);
  const [postId, setPostId] = useState('');
  const [rank, setRank] = useState('');
  const chosen = posts.find((post) => post.id === postId);
  const give = useWrite({
    send: (_: void, options) =>
      api.post(`people/${person.id}/posts`, { postId, deputyRank: rank ? Number(rank) : null }, options),
    changes: () => ['person', `person/${person.id}`, 'post', 'duty'],
    done: () => {
      setPostId('');
      setRank('');
    },
  });
  return (
    <div className={styles['row']}>
      <NativeSelect
        label={t('people.give_post')}
        value={postId}
        onChange={(event) => {
          setPostId(event.currentTarget.value);
          setRank('');
        }}
        data={[
          { value: '', label: t('people.choose') },
          ...posts.map((post) => ({ value: post.id, label: said(post.name) })),
        ]}
      />
      <NativeSelect
        label={t('people.as')}
        value={rank}
        onChange={(event) => setRank(event.currentTarget.value)}
        data={[
          { value: '', label: t('people.holder') },
          ...Array.from({ length: chosen?.mostDeputies ?? 0 }, (_, at) => ({
            value: String(at + 1),
            label: t('people.deputy', { rank: at + 1 }),
          })),
        ]}
      />
      <ActionButton
        label={t('people.give')}
        icon={IconPlus}
        busy={give.busy}
        refused={postId ? null : t('people.choose_post_first')}
        onRun={() => void give.run()}
      />
    </div>
  );
}
