import type { ReactNode } from 'react';
import styles from './table.module.css';

export type TableColumn<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, so that their digits stand under each other. */
  number?: boolean;
  /** Buttons say themselves what they do: on a telephone no label stands beside them. */
  acts?: true;
};

type TableProps<Row> = {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
};

/** A small table that is read as a whole; long lists are `List`. On a telephone each row is a card of label and content. */
export function Table<Row>({ label, columns, rows, rowId }: TableProps<Row>) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-number={column.number}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-label={column.acts ? undefined : column.label} data-number={column.number}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A share as a bar beside its number; the number says it, the bar is for the eye. */
export function ShareBar({ n, of, tone = 'run' }: { n: number; of: number; tone?: 'run' | 'late' | 'plain' }) {
  const share = of === 0 ? 0 : Math.min(1, n / of);
  return (
    <span className={styles['bar']} data-tone={tone} aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
