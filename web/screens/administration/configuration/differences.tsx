import { refusalWords } from '../../../server/refusals.ts';
import { Notice } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import { Changes } from '../changes.tsx';
import type { Told } from './configuration.tsx';

/** What a file would change, what follows from it, and what speaks against it. */
export function Differences({ told }: { told: Told }) {
  const { changes, effects, faults } = told;
  if (changes.length === 0 && faults.length === 0) return <p>{t('configuration.same')}</p>;
  return (
    <>
      {faults.map((fault, at) => (
        <Notice key={at} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      {effects.map(({ what, count }) => (
        <p key={what}>{t(`configuration.${what}`, { count })}</p>
      ))}
      <p>{t('configuration.n_values', { count: changes.length })}</p>
      <Changes changes={changes} />
    </>
  );
}
