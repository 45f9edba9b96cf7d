import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import styles from './customers.module.css';

type RowsProps<Row> = {
  title: string;
  rows: readonly Row[];
  change: (rows: Row[]) => void;
  /** What a new line begins with. */
  fresh: Row;
  add: string;
  wide?: boolean;
  /** The fields of one line; `set` changes some of it. */
  fields: (row: Row, set: (change: Partial<Row>) => void, at: number) => ReactNode;
};

/** Several of a kind in a form: each line its fields and the way out, one button for another. */
export function Rows<Row>({ title, rows, change, fresh, add, wide = false, fields }: RowsProps<Row>) {
  return (
    <fieldset className={styles['rows']}>
      <legend>{title}</legend>
      {rows.map((row, at) => (
        <div key={at} className={styles['row']} data-wide={wide}>
          {fields(row, (part) => change(rows.map((one, other) => (other === at ? { ...one, ...part } : one))), at)}
          <ActionButton
            label={t('customers.remove_line', { what: title, n: at + 1 })}
            icon={IconTrash}
            iconOnly
            kind="quiet"
            onRun={() => change(rows.filter((_, other) => other !== at))}
          />
        </div>
      ))}
      <div className={styles['add']}>
        <ActionButton label={add} icon={IconPlus} onRun={() => change([...rows, fresh])} />
      </div>
    </fieldset>
  );
}
