import { Checkbox } from '@mantine/core';
import { readable } from '../../matter/written.ts';
import { api } from '../../server/api.ts';
import { AsyncPicker } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { usePosts } from '../administration/people/people.ts';
import type { ArticleLine } from './knowledge.ts';
import type { Process } from './one-process.tsx';

const CHANGES = ['article', 'article_reading', 'commitment'] as const;

async function find(text: string, signal: AbortSignal) {
  const found = await api.get<{ items: ArticleLine[] }>('articles', { q: text, limit: 12 }, signal);
  return found.items.map((one) => ({ id: one.id as string, label: readable(one.title, one) }));
}

/** Which posts a process binds, and what belongs to its training. */
export function TrainForm({ one, done }: { one: Process; done: () => void }) {
  const posts = usePosts();
  const draft = useDraftForm({
    subject: `article/${one.id}/training`,
    initial: {
      postIds: one.posts.map(({ id }) => id as string),
      parts: one.training.map((part) => ({ id: part.id as string, label: readable(part.title, part) })),
    },
    send: ({ postIds, parts }, options) =>
      api.put(
        `articles/${one.id}/training`,
        { version: one.version, postIds, articleIds: parts.map(({ id }) => id) },
        options,
      ),
    changes: () => CHANGES,
    done: () => {
      say(t('knowledge.trained_now'));
      done();
    },
  });
  const { form } = draft;
  const { parts, postIds } = form.values;
  return (
    <FormFrame draft={draft} submit={t('knowledge.save')}>
      <Checkbox.Group
        label={t('knowledge.posts_bound')}
        description={t('knowledge.posts_bound_why')}
        {...form.getInputProps('postIds')}
      >
        {posts
          .filter((post) => !post.closed || postIds.includes(post.id))
          .map((post) => (
            <Checkbox key={post.id} value={post.id} label={said(post.name)} mt={6} />
          ))}
      </Checkbox.Group>
      {parts.length > 0 ? (
        <Checkbox.Group
          label={t('knowledge.training_has')}
          value={parts.map(({ id }) => id)}
          onChange={(kept) =>
            form.setFieldValue(
              'parts',
              parts.filter(({ id }) => kept.includes(id)),
            )
          }
        >
          {parts.map(({ id, label }) => (
            <Checkbox key={id} value={id} label={label} mt={6} />
          ))}
        </Checkbox.Group>
      ) : null}
      <AsyncPicker
        label={t('knowledge.add_reading')}
        description={t('knowledge.add_reading_why')}
        name="article-to-train"
        search={async (text, signal) =>
          (await find(text, signal)).filter(({ id }) => id !== one.id && parts.every((part) => part.id !== id))
        }
        value={null}
        onChange={(picked) => picked && form.setFieldValue('parts', [...parts, picked])}
        error={form.errors['articleIds']}
      />
    </FormFrame>
  );
}
