import type { ReactNode } from 'react';
import type { Can, Count } from '../../server/contract.ts';
import type { IconType } from '../action-button.tsx';

export type Column<Row> = {
  key: string;
  label: string;
  /** A track of a CSS grid: `7rem`, `minmax(10rem, 2fr)`. */
  width: string;
  cell: (row: Row) => ReactNode;
  /** Cannot be hidden. */
  always?: boolean;
  /** Not shown until somebody chooses it. */
  spare?: boolean;
};

const tick = 2.25;
const gap = 0.75;
const edges = 1.5;

/** The least width of a column's track, in rem. */
function leastWidth(track: string): number {
  return Number.parseFloat(track.replace('minmax(', '')) || 0;
}

/** The columns that fit into so many rem. The last give way first, so a screen names them in the order of their weight. */
export function fitting<Row>(columns: readonly Column<Row>[], rem: number): Column<Row>[] {
  const left = [...columns];
  const needed = () => left.reduce((sum, column) => sum + leastWidth(column.width) + gap, tick + edges);
  while (needed() > rem) {
    const last = left.findLastIndex((column) => !column.always);
    if (last < 0) break;
    left.splice(last, 1);
  }
  return left;
}

/** Something that can be done to the row the cursor is on, or to all selected ones. */
export type RowAction<Row> = {
  key: string;
  label: string;
  icon?: IconType;
  hotkey?: string;
  /** What the row's answer says about it; rows that do not name the action do not offer it. */
  can?: (row: Row) => Can;
  run: (rows: Row[]) => void;
  /** Only one at a time makes sense: grey while several are selected. */
  single?: boolean;
  /** Drawn as its icon alone: its name and key stand on hover, on focus and under `?`. */
  small?: boolean;
};

/** Rows are ticked only where something can be done to several at once. */
export function canSelect(actions: readonly { single?: boolean }[] = []): boolean {
  return actions.some((action) => !action.single);
}

export type Heading = { key: string; label: string; count?: Count };

export type Entry<Row> = { kind: 'heading'; heading: Heading } | { kind: 'row'; row: Row; id: string; at: number };

export type ListState = {
  loading?: boolean;
  problem?: unknown;
  retry?: () => void;
  /** There are more: called when the end comes near. */
  more?: () => void;
  loadingMore?: boolean;
};

/** Rows and the headings between them, as one run of entries for the virtual list. */
export function entriesOf<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  headingOf?: (row: Row) => Heading,
): Entry<Row>[] {
  const entries: Entry<Row>[] = [];
  let last: string | null = null;
  for (const [at, row] of rows.entries()) {
    const heading = headingOf?.(row);
    if (heading && heading.key !== last) {
      entries.push({ kind: 'heading', heading });
      last = heading.key;
    }
    entries.push({ kind: 'row', row, id: rowId(row), at });
  }
  return entries;
}

/** The row `by` places from the one with the cursor; stays at the ends. Without a cursor the first or last. */
export function moved(ids: readonly string[], from: string | null, by: number): string | null {
  if (ids.length === 0) return null;
  const at = from === null ? -1 : ids.indexOf(from);
  if (at < 0) return (by > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

/**
 * Where the cursor goes when its row has left the list (done, handed over, filtered out): to the one that took its
 * place, so that "resolve and next" needs no aim.
 */
export function stays(before: readonly string[], now: readonly string[], cursor: string | null): string | null {
  if (cursor === null || now.includes(cursor)) return cursor;
  const at = before.indexOf(cursor);
  if (at < 0) return null;
  const left = new Set(now);
  return before.slice(at + 1).find((id) => left.has(id)) ?? before.slice(0, at).findLast((id) => left.has(id)) ?? null;
}
