import type { ListState } from './model.ts';

type Read = { isPending: boolean; error: unknown; refetch: () => unknown };
/** What is read page by page, so far as a list must know of it. */
export type ReadPages = Read & { isFetchingNextPage: boolean; hasNextPage: boolean; fetchNextPage: () => unknown };

/** How far a list's one read is. */
export function readState({ isPending, error, refetch }: Read): ListState {
  return { loading: isPending, problem: error, retry: () => void refetch() };
}

/** The same of a list that is read page by page. */
export function pagesState(pages: ReadPages): ListState {
  return {
    ...readState(pages),
    loadingMore: pages.isFetchingNextPage,
    ...(pages.hasNextPage ? { more: () => void pages.fetchNextPage() } : {}),
  };
}
