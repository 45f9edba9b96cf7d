import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import styles from './form.module.css';

type RestoredProps = { shown: boolean; begunBy?: string | null; showFormer?: (() => void) | null; discard: () => void };

/** Says that something half typed was found, and by whom where somebody else began it; offers to begin anew. */
export function Restored({ shown, begunBy, showFormer, discard }: RestoredProps) {
  if (!shown && !showFormer) return null;
  return (
    <div className={styles['restored']} role="status">
      <span>{begunBy ? t('form.begun_by', { name: begunBy }) : t('form.restored')}</span>
      {showFormer ? <ActionButton label={t('form.other_device')} kind="quiet" onRun={showFormer} /> : null}
      <ActionButton label={t('form.begin_anew')} kind="quiet" onRun={discard} />
    </div>
  );
}
