import type { SubjectType } from '../../src/platform/context.ts';
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ApiError, Query } from './api.ts';
import { api } from './api.ts';
import type { Page } from './contract.ts';
import { keptAbout, readAtHand } from '../offline/kept-reads.ts';

/**
 * What a read is about, so that a live message finds it: `ticket` (any ticket), `ticket/<id>` (this one), or one of the
 * screen's own: `clock` (a time that has come), `session`, `tabs`, `duty`.
 */
export type Topic = SubjectType | `${SubjectType}/${string}` | 'notification' | 'clock' | 'session' | 'tabs' | 'duty';
export type About = readonly Topic[];

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { about?: About };
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      // The transport itself tries again while there is no answer; an answer, even a refusal, is final.
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type ReadOptions = {
  about: About;
  query?: Query;
  enabled?: boolean;
  keep?: boolean;
  /** Kept on this device for the shift, for where there is no connection; forgotten as soon as its reader signs out. */
  atHand?: boolean;
};

/**
 * Reads one path of the API and keeps it fresh: when a live message names something in `about`, it is read again.
 * `keep` shows the former answer while the query changes, so that a list does not blink while somebody types.
 */
export function useRead<Answer>(path: string, options: ReadOptions): UseQueryResult<Answer, ApiError> {
  return useQuery<Answer, ApiError>({
    ...readOptions<Answer>(path, options),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The same read for a route's loader: `queryClient.ensureQueryData(readOptions('tickets/1', {about: [...]}))`. */
export function readOptions<Answer>(
  path: string,
  { about, query, atHand }: Pick<ReadOptions, 'about' | 'query' | 'atHand'>,
) {
  const queryKey = [path, query ?? null] as const;
  const ask = ({ signal }: { signal: AbortSignal }) => api.get<Answer>(path, query, signal);
  const keeping = ({ signal }: { signal: AbortSignal }) =>
    readAtHand(JSON.stringify(queryKey), () => ask({ signal }), late(queryKey), about);
  return { queryKey, queryFn: atHand ? keeping : ask, meta: { about } };
}

function late(queryKey: readonly unknown[]) {
  return (answer: unknown) => void queryClient.setQueryData(queryKey, answer);
}

/** Reads a list page by page; `pageItems` flattens what has been read so far. */
export function usePages<Item, Answer extends Page<Item> = Page<Item>>(
  path: string,
  { about, query, enabled }: ReadOptions,
): UseInfiniteQueryResult<InfiniteData<Answer>, ApiError> {
  return useInfiniteQuery<Answer, ApiError, InfiniteData<Answer>, readonly unknown[], string | null>({
    queryKey: [path, query ?? null, 'pages'],
    queryFn: ({ pageParam, signal }) => api.get<Answer>(path, { ...query, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    meta: { about },
    enabled: enabled ?? true,
  });
}

export function pageItems<Item>(pages: InfiniteData<Page<Item>> | undefined): Item[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

/** Reads again whatever is about one of these; what nobody looks at is only marked. */
export function refresh(changed: readonly string[]): Promise<void> {
  const named = new Set<string>(changed);
  return queryClient.invalidateQueries({
    predicate: (query) => query.meta?.about?.some((about) => named.has(about)) ?? false,
  });
}

/**
 * The same of what this device keeps for where there is no connection, and no screen shows: else it would stand there as it was
 * before, the next time that there is none.
 */
export async function refreshKept(changed: readonly string[]): Promise<void> {
  for (const { key, about } of await keptAbout(changed)) {
    const queryKey = JSON.parse(key) as [path: string, query: Query | null];
    if (queryClient.getQueryCache().find({ queryKey })?.isActive()) continue;
    const [path, query] = queryKey;
    const read = readOptions(path, { about: about as About, ...(query ? { query } : {}), atHand: true });
    // gone meanwhile, or not his any more: then nobody looks at it here either
    await queryClient.fetchQuery({ ...read, staleTime: 0 }).catch(() => {});
  }
}
