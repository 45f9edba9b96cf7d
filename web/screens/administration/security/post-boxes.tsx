import { Checkbox } from '@mantine/core';
import { said } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { usePosts } from '../people/people.ts';
import type { RulesDraft } from './rules-form.tsx';

type Props = { draft: RulesDraft; label: string; path: 'secondFactor.posts' | 'passwords.posts' };

/** The open posts, any number of them. */
export function PostBoxes({ draft: { form }, label, path }: Props) {
  return (
    <Checkbox.Group label={label} {...form.getInputProps(path)}>
      <div className={styles['fields']}>
        {usePosts()
          .filter(({ closed }) => !closed)
          .map((post) => (
            <Checkbox key={post.id} size="md" value={post.id} label={said(post.name)} />
          ))}
      </div>
    </Checkbox.Group>
  );
}
