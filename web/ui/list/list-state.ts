import type { ListState } from './model.ts';

type Read = { isPending: boolean; error: unknown; refetch: () => unknown };
type Pages = Read & { isFetchingNextPage: boolean; hasNextPage: boolean; fetchNextPage: () => unknown };

/** How far a list's one read is. */
export function readState({ isPending, error, refetch }: Read): ListState {
  return { loading: isPending, problem: error, retry: () => void refetch() };
}

/** The same of a list that is read page by page. */
export function pagesState(pages: Pages): ListState {
  return {
    ...readState(pages),
    loadingMore: pages.isFetchingNextPage,
    ...(pages.hasNextPage ? { more: () => void pages.fetchNextPage() } : {}),
  };
}
