import { NativeSelect } from '@mantine/core';
import type { Right } from '../../../../src/organisation/rights.ts';
import { said } from '../../../words/words.ts';
import { usePosts } from '../people/people.ts';

type PostProps = {
  label: string;
  value: string;
  change: (key: string) => void;
  /** Only posts that hold it. */
  holding?: Right;
};

/** Any open post; one that is named and gone keeps standing there, until another is chosen. */
export function PostSelect({ label, value, change, holding }: PostProps) {
  const open = usePosts().filter((post) => !post.closed && (!holding || post.rights[holding] !== undefined));
  const names = new Map(open.map((post) => [post.key, said(post.name)]));
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
