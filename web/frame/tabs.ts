import { useEffect } from 'react';
import { api } from '../server/api.ts';
import type { OpenTab } from '../server/contract.ts';
import { queryClient, readOptions, useRead } from '../server/queries.ts';
import { said, t } from '../words/words.ts';

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

/** What stands on a tab, in the language being spoken now: a notice is its number and the department's name. */
export function titleOf({ type, title, words }: OpenTab): string {
  if (!words) return title;
  const first = type === 'rectification' ? t('frame.notice_number', { number: title }) : title;
  return [first, said(words)].filter(Boolean).join(' · ');
}

/** Puts the thing a screen shows among the open tabs, with the title it has now. Give null until the title is known. */
export function useOpenTab(tab: OpenTab | null): void {
  const shown = JSON.stringify(tab);
  useEffect(() => {
    const now = JSON.parse(shown) as OpenTab | null;
    if (!now || !titleOf(now)) return;
    void queryClient.ensureQueryData(readOptions<Tabs>(path, { about })).then(({ items }) => {
      const there = items.find((one) => same(one, now));
      if (there?.title === now.title && titleOf(there) === titleOf(now)) return;
      const next = there ? items.map((one) => (one === there ? now : one)) : [...items, now];
      keep(next.slice(-atMost));
    });
  }, [shown]);
}
