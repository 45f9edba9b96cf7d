import { NativeSelect } from '@mantine/core';
import { said } from '../../../words/words.ts';
import { usePosts } from '../people/people.ts';

type Props = { label: string; value: string; change: (key: string) => void };

/** Any open post; one that is named and gone keeps standing there, until another is chosen. */
export function AnyPost({ label, value, change }: Props) {
  const names = new Map(
    usePosts()
      .filter((post) => !post.closed)
      .map((post) => [post.key, said(post.name)]),
  );
  if (!names.has(value)) names.set(value, value);
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[...names].map(([key, name]) => ({ value: key, label: name }))}
    />
  );
}
