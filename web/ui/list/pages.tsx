import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../server/contract.ts';
import { pageItems } from '../../server/queries.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import { ErrorState, LoadingLines } from '../states.tsx';
import type { ReadPages } from './list-state.ts';

type PagesProps<Item> = {
  read: ReadPages & { data: InfiniteData<Page<Item>> | undefined };
  /** How many grey lines stand there until the first page is read. */
  lines?: number;
  /** What is said where there is nothing. */
  none: ReactNode;
  children: (rows: readonly Item[]) => ReactNode;
};

/** What is read page by page (`usePages`), and how far that is; it goes on when asked to. Lists that scroll are `List`. */
export function Pages<Item>({ read, lines = 6, none, children }: PagesProps<Item>) {
  const rows = pageItems(read.data);
  return (
    <>
      {read.isPending ? <LoadingLines count={lines} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && rows.length === 0 ? none : null}
      {rows.length > 0 ? children(rows) : null}
      {read.hasNextPage ? (
        <ActionButton label={t('list.more')} busy={read.isFetchingNextPage} onRun={() => void read.fetchNextPage()} />
      ) : null}
    </>
  );
}
