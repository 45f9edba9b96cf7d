import { useEffect } from 'react';
import { api } from '../api.ts';
import type { OpenTab } from '../contract.ts';
import { queryClient, readOptions, useRead } from '../queries.ts';

type Tabs = { items: OpenTab[] };

const path = 'me/tabs';
const about = ['tabs'] as const;
const atMost = 20;
const key = readOptions<Tabs>(path, { about }).queryKey;

/** Open work, kept by the server: it survives sign-out and a change of desk. */
export function useTabs(): OpenTab[] {
  return useRead<Tabs>(path, { about }).data?.items ?? [];
}

const same = (one: OpenTab, other: OpenTab) => one.type === other.type && one.id === other.id;

function keep(items: OpenTab[]): void {
  queryClient.setQueryData<Tabs>(key, { items });
  void api.put(path, { items }).catch(() => queryClient.invalidateQueries({ queryKey: key }));
}

export function closeTab(tab: OpenTab): void {
  const items = queryClient.getQueryData<Tabs>(key)?.items ?? [];
  keep(items.filter((one) => !same(one, tab)));
}

/** Puts the thing a screen shows among the open tabs, with the title it has now. Give null until the title is known. */
export function useOpenTab(tab: OpenTab | null): void {
  const { type, id, title } = tab ?? {};
  useEffect(() => {
    if (!type || !id || !title) return;
    void queryClient.ensureQueryData(readOptions<Tabs>(path, { about })).then(({ items }) => {
      const there = items.find((one) => same(one, { type, id, title }));
      if (there?.title === title) return;
      const next = there
        ? items.map((one) => (one === there ? { type, id, title } : one))
        : [...items, { type, id, title }];
      keep(next.slice(-atMost));
    });
  }, [type, id, title]);
}
