import { ActionButton } from '../../../ui/action-button.tsx';
import { t } from '../../../words/words.ts';
import styles from '../../account/account.module.css';

/** Shown once: whoever receives checks the signature with it. */
export function ShownSecret({ secret, end }: { secret: string; end: () => void }) {
  return (
    <div className={styles['stack']}>
      <p>{t('webhooks.secret_once')}</p>
      <p className={styles['token']}>{secret}</p>
      <div>
        <ActionButton label={t('webhooks.secret_kept')} kind="primary" onRun={end} />
      </div>
    </div>
  );
}
