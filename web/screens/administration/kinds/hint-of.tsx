import type { Field } from '../../../../src/pack/format.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Fold } from '../fold.tsx';
import { NameFields } from '../names-fields.tsx';
import { noWords } from './kind-words.ts';

type Hinted = { hint?: Field['hint'] };

/** What is said beside it at the desk; left out where nothing is written. */
export function HintOf<Of extends Hinted>({ of, set }: { of: Of; set: (of: Of) => void }) {
  const { hint, ...rest } = of;
  return (
    <Fold opened={hint !== undefined} summary={<summary className={styles['more']}>{t('kinds.hint')}</summary>}>
      <NameFields
        label={t('kinds.hint')}
        value={hint ?? noWords}
        change={(next) => set((Object.values(next).some((one) => one.trim()) ? { ...rest, hint: next } : rest) as Of)}
      />
    </Fold>
  );
}
