import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { t } from '../../words/words.ts';
import { countWords } from '../stat.tsx';
import type { Layout } from './columns.ts';
import styles from './list.module.css';
import type { Column, Entry, Heading } from './model.ts';
import type { Cursor } from './use-list.ts';

type HeadProps<Row> = { layout: Layout<Row>; cursor: Cursor; total: number; selectable: boolean };

export function ListHead<Row>({ layout, cursor, total, selectable }: HeadProps<Row>) {
  const some = cursor.selected.size > 0;
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" className={styles['grid']} aria-rowindex={1}>
        {selectable ? (
          <div role="columnheader" className={styles['tick']}>
            <Checkbox
              size="xs"
              aria-label={t('list.select_all')}
              checked={some && cursor.selected.size === total}
              indeterminate={some && cursor.selected.size < total}
              onChange={cursor.toggleAll}
            />
          </div>
        ) : null}
        {layout.shown.map((column) => (
          <div key={column.key} role="columnheader" className="cut">
            {column.label}
          </div>
        ))}
      </div>
    </div>
  );
}

export function HeadingRow({ heading, top }: { heading: Heading; top: number }) {
  return (
    <div role="row" className={styles['heading']} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell">
        <h2>
          {heading.label} {heading.count ? <span className="dim">{countWords(heading.count)}</span> : null}
        </h2>
      </div>
    </div>
  );
}

type RowProps<Row> = {
  entry: Entry<Row> & { kind: 'row' };
  top: number;
  columns: readonly Column<Row>[];
  phoneRow: ((row: Row) => ReactNode) | null;
  current: boolean;
  reachable: boolean;
  /** Whether anything can be done to several rows: else there is nothing to tick. */
  selectable: boolean;
  selected: boolean;
  cursor: Cursor;
  open: (row: Row) => void;
};

function RowOf<Row>(props: RowProps<Row>) {
  const { entry, top, columns, phoneRow, current, reachable, selectable, selected, cursor, open } = props;
  return (
    <div
      role="row"
      data-row={entry.id}
      data-current={current || undefined}
      aria-rowindex={entry.at + 2}
      aria-selected={selectable ? selected : undefined}
      tabIndex={reachable ? 0 : -1}
      className={`${styles['row']} ${phoneRow ? '' : styles['grid']}`}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => cursor.moveTo(entry.id)}
      onClick={() => open(entry.row)}
    >
      {phoneRow ? (
        <div role="gridcell" className={styles['card']}>
          {phoneRow(entry.row)}
        </div>
      ) : (
        <>
          {selectable ? (
            <div role="gridcell" className={styles['tick']} onClick={(event) => event.stopPropagation()}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t('list.select')}
                checked={selected}
                onChange={() => cursor.toggle(entry.id)}
              />
            </div>
          ) : null}
          {columns.map((column) => (
            <div key={column.key} role="gridcell" className="cut">
              {column.cell(entry.row)}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** Drawn again only when something of this row has changed; its clock ticks by itself. */
export const ListRow = memo(
  RowOf,
  (before, now) =>
    before.entry.row === now.entry.row &&
    before.entry.at === now.entry.at &&
    before.top === now.top &&
    before.columns.length === now.columns.length &&
    before.columns.every((column, at) => column === now.columns[at]) &&
    before.phoneRow === now.phoneRow &&
    before.current === now.current &&
    before.reachable === now.reachable &&
    before.selectable === now.selectable &&
    before.selected === now.selected &&
    // A tick box acts on the selection as it is now, so rows follow while there is one.
    before.cursor.selected === now.cursor.selected,
) as typeof RowOf;
