import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import styles from './form.module.css';

/** Says that something half typed was found, and offers to begin anew. */
export function Restored({ shown, discard }: { shown: boolean; discard: () => void }) {
  if (!shown) return null;
  return (
    <div className={styles['restored']} role="status">
      <span>{t('form.restored')}</span>
      <ActionButton label={t('form.begin_anew')} kind="quiet" onRun={discard} />
    </div>
  );
}
