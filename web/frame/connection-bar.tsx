import { connection } from '../live.ts';
import { useStore } from '../ui/store.ts';
import { t } from '../words/words.ts';
import styles from './connection-bar.module.css';

/** Says that the server cannot be reached, and that nothing typed is lost. */
export function ConnectionBar() {
  const lost = useStore(connection) === 'lost';
  return (
    <div role="status" className={styles['bar']} data-lost={lost || undefined}>
      {lost ? t('frame.connection_lost') : ''}
    </div>
  );
}
