import { connection } from '../live.ts';
import { waiting } from '../outbox.ts';
import { useStore } from '../ui/store.ts';
import { t } from '../words/words.ts';
import styles from './connection-bar.module.css';

/** Says that the server cannot be reached, that nothing typed is lost, and what will be sent. */
export function ConnectionBar() {
  const lost = useStore(connection) === 'lost';
  const queue = useStore(waiting);
  const sentences = [
    lost ? t('frame.connection_lost') : '',
    queue.length > 0 ? t('outbox.waiting', { count: queue.length }) : '',
  ].filter(Boolean);
  return (
    <div
      role="status"
      className={styles['bar']}
      data-lost={sentences.length > 0 || undefined}
      title={queue.map((one) => one.label).join('\n')}
    >
      {sentences.join(' ')}
    </div>
  );
}
