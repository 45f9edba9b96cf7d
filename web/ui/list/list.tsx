import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { usePhone } from '../phone.ts';
import { ErrorState, LoadingLines } from '../states.tsx';
import { useLayout } from './columns.ts';
import { ListBar } from './list-bar.tsx';
import { HeadingRow, ListHead, ListRow } from './list-rows.tsx';
import styles from './list.module.css';
import type { Column, Heading, ListState, RowAction } from './model.ts';
import { canSelect, entriesOf } from './model.ts';
import { useCursor, useListKeys } from './use-list.ts';

export type ListProps<Row> = {
  /** Under this name its columns are remembered. */
  name: string;
  /** What the list is, for a screen reader. */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** The same row on a telephone: two lines, no columns. */
  phoneRow: (row: Row) => ReactNode;
  /** Where a row leads. */
  open: (row: Row) => void;
  heading?: (row: Row) => Heading;
  actions?: readonly RowAction<Row>[];
  state?: ListState;
  /** Shown where there are no rows: says why, and offers the one useful thing. */
  empty: ReactNode;
  /** Chips or fields that narrow the list. */
  filters?: ReactNode;
  /** Told which row the cursor is on, for a pane beside the list that follows it. */
  onCursor?: (row: Row | null) => void;
  /** The row somebody arrived at, by address or from the thing they came back from. */
  startAt?: string | null;
};

const phoneRowHeight = 68;
const heights = { compact: 36, comfortable: 48, heading: 32 };

/** The list of every screen: virtual rows, a cursor moved by keys, selection, actions that say why not. */
export function List<Row>(props: ListProps<Row>) {
  const { rows, rowId, columns, open, state = {} } = props;
  const phone = usePhone();
  const { ref: measured, width } = useElementSize();
  const layout = useLayout(props.name, columns, width / 16);
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(rows, rowId, props.heading), [rows, rowId, props.heading]);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const cursor = useCursor(ids);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) =>
      entries[at]?.kind === 'heading' ? heights.heading : phone ? phoneRowHeight : heights[layout.density],
    getItemKey: (at) => {
      const entry = entries[at];
      return entry?.kind === 'row' ? entry.id : `# ${entry?.heading.key ?? at}`;
    },
    overscan: 10,
    useFlushSync: false,
  });
  useEffect(() => virtual.measure(), [virtual, layout.density, phone, entries]);
  const byId = (id: string) => rows[ids.indexOf(id)];
  const show = (id: string) => {
    virtual.scrollToIndex(entries.findIndex((entry) => entry.kind === 'row' && entry.id === id));
    requestAnimationFrame(() => focusRow(scroller.current, id));
  };
  const openRow = useLatest(open);
  const openById = (id: string) => {
    const row = byId(id);
    if (row) open(row);
  };
  const selectable = canSelect(props.actions);
  useListKeys({ ids, cursor, selectable, show, open: openById });
  useTellCursor(cursor.at === null ? null : (byId(cursor.at) ?? null), props.onCursor);
  const items = virtual.getVirtualItems();
  useReachEnd(items.at(-1)?.index ?? 0, entries.length, state);
  const tracks = [...(selectable ? ['2.25rem'] : []), ...layout.shown.map((column) => column.width)].join(' ');
  return (
    <div
      ref={measured}
      className={styles['list']}
      data-density={layout.density}
      style={{ '--tracks': tracks } as React.CSSProperties}
    >
      <ListBar {...props} cursor={cursor} layout={layout} byId={byId} phone={phone} />
      {rows.length === 0 ? (
        <Nothing state={state} empty={props.empty} />
      ) : (
        <div ref={scroller} className={styles['scroll']}>
          <div role="grid" aria-label={props.label} aria-rowcount={rows.length + 1} aria-multiselectable={selectable}>
            {phone ? null : <ListHead layout={layout} cursor={cursor} total={rows.length} selectable={selectable} />}
            <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const entry = entries[item.index]!;
                if (entry.kind === 'heading')
                  return <HeadingRow key={item.key} heading={entry.heading} top={item.start} />;
                return (
                  <ListRow
                    key={item.key}
                    entry={entry}
                    top={item.start}
                    columns={layout.shown}
                    phoneRow={phone ? props.phoneRow : null}
                    current={cursor.at === entry.id}
                    reachable={cursor.at === entry.id || (cursor.at === null && entry.at === 0)}
                    selectable={selectable}
                    selected={cursor.selected.has(entry.id)}
                    cursor={cursor}
                    open={openRow}
                  />
                );
              })}
            </div>
          </div>
        </div>
      )}
    </div>
  );
}

function useTellCursor<Row>(at: Row | null, tell: ((row: Row | null) => void) | undefined): void {
  const latest = useLatest(tell ?? ignore);
  useEffect(() => latest(at), [latest, at]);
}

function focusRow(scroller: HTMLElement | null, id: string): void {
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

function ignore(): void {}

/** The same function for as long as the list stands, so that rows need not be drawn again for a new one. */
function useLatest<Input>(act: (input: Input) => void): (input: Input) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((input: Input) => latest.current(input), []);
}

/** Why there are no rows: they could not be read, are on their way, or there are none. */
function Nothing({ state, empty }: { state: ListState; empty: ReactNode }) {
  if (state.problem) return <ErrorState problem={state.problem} {...(state.retry ? { retry: state.retry } : {})} />;
  return state.loading ? <LoadingLines count={12} /> : empty;
}

/** Asks for the next page when the last rows come into sight. */
function useReachEnd(last: number, total: number, { more, loadingMore }: ListState): void {
  useEffect(() => {
    if (more && !loadingMore && total > 0 && last >= total - 15) more();
  }, [last, total, more, loadingMore]);
}
