import { Go } from '../../ui/go.tsx';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

type Props = { measure: string; records: string; what: string; n: number; children?: string };

/** A number that leads to the records it counts; none leads nowhere. */
export function RecordsLink({ measure, records, what, n, children = numberWords(n) }: Props) {
  if (n === 0) return <>{children}</>;
  return (
    <Go to="/figures" search={{ measure, records }}>
      <span aria-hidden>{children}</span>
      <span className="sr-only">{t('upward.records_of', { what, number: children })}</span>
    </Go>
  );
}
