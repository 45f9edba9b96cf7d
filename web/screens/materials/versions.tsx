import { moneyWords } from '../../ui/money.ts';
import { absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { DrawnVersions } from '../budget/versions.tsx';
import type { PlanPage } from './materials-data.ts';
import { counted } from './materials-data.ts';

/** Every version of the plan: who drew it up and decided, and how many there were before. */
export function PlanVersions({ page: { versions, currency } }: { page: PlanPage }) {
  return (
    <DrawnVersions
      versions={versions}
      total={(one) => moneyWords(one.cost, currency)}
      lines={(one) =>
        one.lines.map(({ material, quantity, price, neededBy, person, before }) => (
          <li key={material.id}>
            {material.name} {counted(quantity, material)} · {moneyWords(price, currency)} · {absoluteDay(neededBy)} ·{' '}
            {person?.name}
            {before === null || before === quantity ? null : (
              <span className="dim"> {t('budget.before', { amount: counted(before, material) })}</span>
            )}
          </li>
        ))
      }
    />
  );
}
