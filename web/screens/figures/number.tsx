import type { FigureSearch } from './search.ts';
import type { Measure, Tally } from './figure-words.ts';
import { changeOf, madeOfWords, valueWords } from './figure-words.ts';
import { Go } from '../../ui/go.tsx';
import { t } from '../../words/words.ts';
import styles from './figures.module.css';
import { useFigureSearch } from './use-figures.ts';

type Counted = Tally & { records: string };

/** A number and the way to what it counts, on the same screen. */
export function NumberLink({ measure, row, of }: { measure: Measure; row: Counted; of: string }) {
  const { search } = useFigureSearch();
  const words = valueWords(measure.unit, row.value);
  if (row.of === 0) return <span>{words}</span>;
  return <RecordsOf what={of} number={words} to="/figures" search={linked({ ...search, records: row.records })} />;
}

type RecordsProps = { what: string; number: string; to: string; search: Record<string, string> };

/** A number that leads to what it counts, and says of what to whoever hears it. */
export function RecordsOf({ what, number, to, search }: RecordsProps) {
  return (
    <Go to={to} search={search}>
      <span aria-hidden>{number}</span>
      <span className="sr-only">{t('figures.records_of', { what, number })}</span>
    </Go>
  );
}

/** An address holds only what is there. */
export function linked(search: FigureSearch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** What it was before, and whether that is better: in words and by a sign, not by colour alone. */
export function Beside({ measure, row }: { measure: Measure; row: Tally }) {
  if (!row.before) return null;
  const change = changeOf(measure, row.value, row.before.value);
  return (
    <span className={styles['beside']}>
      <span>{valueWords(measure.unit, row.before.value)}</span>
      {change ? (
        <span data-tone={change.tone}>
          {change.words}
          {change.tone === 'better' || change.tone === 'worse' ? ` ${t(`figures.${change.tone}`)}` : ''}
        </span>
      ) : null}
    </span>
  );
}

export function MadeOf({ measure, row }: { measure: Measure; row: Tally }) {
  const words = row.of === 0 ? '' : madeOfWords(measure.unit, row);
  return words ? <span className="dim">{words}</span> : null;
}
