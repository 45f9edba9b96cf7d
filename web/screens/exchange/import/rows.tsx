import { pageItems, usePages } from '../../../server/queries.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { usePhone } from '../../../ui/phone.ts';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { said, t } from '../../../words/words.ts';
import styles from './import.module.css';
import type { Field, ImportPage, ImportRow, Result } from './imports.ts';

type RowsProps = { one: ImportPage; fields: readonly Field[]; result: Result };

/** Rows as the file has them: at each cell why it is refused, or what stood there. */
export function Rows({ one, fields, result }: RowsProps) {
  const pages = usePages<ImportRow>(`imports/${one.id}/rows`, { about: ['import'], query: { result, limit: 50 } });
  const rows = pageItems(pages.data);
  const phone = usePhone();
  const Shown = phone ? RowCards : RowTable;
  const columns = fields.filter(({ key }) => one.mapping[key] !== undefined);
  return (
    <>
      {pages.isPending ? <LoadingLines count={6} /> : null}
      {pages.error && !pages.data ? <ErrorState problem={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.data && rows.length === 0 ? <p>{t('imports.no_rows')}</p> : null}
      {rows.length > 0 ? <Shown one={one} columns={columns} rows={rows} /> : null}
      {pages.hasNextPage ? <ActionButton label={t('imports.more')} onRun={() => void pages.fetchNextPage()} /> : null}
    </>
  );
}

type TableProps = { one: ImportPage; columns: readonly Field[]; rows: readonly ImportRow[] };

function RowTable({ one, columns, rows }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a file is as wide as it is: it is moved sideways, by keys too
    <div className={styles['wide']} role="region" aria-label={t('imports.show')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            {columns.map((field) => (
              <th key={field.key} scope="col">
                {said(field.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">
                {row.line}
                {whole(row, columns).map((words) => (
                  <span key={words} className={styles['why']}>
                    {words}
                  </span>
                ))}
              </th>
              {columns.map((field) => (
                <Cell key={field.key} row={row} field={field.key} column={one.mapping[field.key]!} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same for a narrow screen, where a cell to the right would be out of sight: one row under another, what it leaves empty left out. */
function RowCards({ one, columns, rows }: TableProps) {
  return (
    <ul className={styles['cards']} aria-label={t('imports.show')}>
      {rows.map((row) => (
        <li key={row.line}>
          {t('imports.line')} {row.line}
          {whole(row, columns).map((words) => (
            <span key={words} className={styles['why']}>
              {words}
            </span>
          ))}
          <dl>
            {columns
              .map(({ key, name }) => ({ key, name, cell: row.cells[one.mapping[key]!] ?? '' }))
              .filter(({ key, cell }) => cell !== '' || row.why.some(({ field }) => field === key))
              .map(({ key, name, cell }) => (
                <div key={key} data-wrong={row.why.some(({ field }) => field === key)}>
                  <dt>{said(name)}</dt>
                  <dd>
                    <CellWords row={row} field={key} cell={cell} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What is said of the row as a whole, or of a field that the file has no column for. */
function whole(row: ImportRow, columns: readonly Field[]): string[] {
  const shown = new Set<string | null>(columns.map(({ key }) => key));
  const words = row.why.filter(({ field }) => !shown.has(field)).map(refusalWords);
  return row.cells.length === 0 ? [...words, t('imports.gone')] : words;
}

function Cell({ row, field, column }: { row: ImportRow; field: string; column: number }) {
  return (
    <td data-wrong={row.why.some((one) => one.field === field)}>
      <CellWords row={row} field={field} cell={row.cells[column] ?? ''} />
    </td>
  );
}

function CellWords({ row, field, cell }: { row: ImportRow; field: string; cell: string }) {
  const former = row.former[field];
  return (
    <>
      {cell}
      {row.why
        .filter((one) => one.field === field)
        .map((one) => (
          <span key={one.code} className={styles['why']}>
            {refusalWords(one)}
          </span>
        ))}
      {former === undefined ? null : (
        <span className={styles['former']}>
          {former === '' ? t('imports.was_empty') : t('imports.was', { words: former })}
        </span>
      )}
    </>
  );
}
