import { useMemo, useState } from 'react';
import type { Key } from '../keys.ts';
import { useKeys } from '../keys.ts';
import { t } from '../../words/words.ts';
import { moved, stays } from './model.ts';

export type Cursor = {
  /** The row the keys act on. */
  at: string | null;
  selected: ReadonlySet<string>;
  moveTo: (id: string) => void;
  toggle: (id: string) => void;
  toggleAll: () => void;
  clear: () => void;
};

/** Cursor and selection of a list. Rows that leave it leave the selection too. */
export function useCursor(ids: readonly string[]): Cursor {
  const [at, setAt] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const [before, setBefore] = useState(ids);
  if (before !== ids) {
    setBefore(ids);
    setAt(stays(before, ids, at));
  }
  const selected = useMemo(() => {
    const there = new Set(ids);
    return new Set([...chosen].filter((id) => there.has(id)));
  }, [chosen, ids]);
  return {
    at,
    selected,
    moveTo: setAt,
    toggle: (id) =>
      setChosen(new Set(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id])),
    toggleAll: () => setChosen(selected.size === ids.length ? new Set() : new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}

type ListKeys = {
  ids: readonly string[];
  cursor: Cursor;
  selectable: boolean;
  show: (id: string) => void;
  open: (id: string) => void;
};

/** J and K move, Enter opens, X selects, Escape lets go of the selection. */
export function useListKeys({ ids, cursor, selectable, show, open }: ListKeys): void {
  const go = (by: number) => {
    const next = moved(ids, cursor.at, by);
    if (next === null) return;
    cursor.moveTo(next);
    show(next);
  };
  const keys: Key[] = [
    { key: 'j', label: t('list.next'), group: 'list', run: () => go(1) },
    { key: 'k', label: t('list.previous'), group: 'list', run: () => go(-1) },
    { key: 'Enter', label: t('list.open'), group: 'list', run: () => cursor.at !== null && open(cursor.at) },
  ];
  const select = () => cursor.at !== null && cursor.toggle(cursor.at);
  if (selectable) keys.push({ key: 'x', label: t('list.select'), group: 'list', run: select });
  if (cursor.selected.size > 0) keys.push({ key: 'Escape', label: t('list.clear'), group: 'list', run: cursor.clear });
  useKeys(keys);
}
