import { Link } from '@tanstack/react-router';
import { shownSince } from '../offline/kept-reads.ts';
import { connection } from '../server/live.ts';
import { setAside, waiting } from '../offline/outbox.ts';
import { useStore } from '../ui/store.ts';
import { instantOf, spoken } from '../ui/time.ts';
import { t } from '../words/words.ts';
import styles from './connection-bar.module.css';

/** Says that the server cannot be reached, that nothing typed is lost, what will be sent, and what was not accepted. */
export function ConnectionBar() {
  const lost = useStore(connection) === 'lost';
  const since = useStore(shownSince);
  const queue = useStore(waiting);
  const refused = useStore(setAside);
  const sentences = [
    lost ? t('frame.connection_lost') : '',
    lost && since !== null ? t('outbox.shown_since', { time: spoken(instantOf(since)) }) : '',
    queue.length > 0 ? t('outbox.waiting', { count: queue.length }) : '',
    refused.length > 0 ? t('outbox.set_aside', { count: refused.length }) : '',
  ].filter(Boolean);
  return (
    <div role="status" className={styles['bar']} data-lost={sentences.length > 0 || undefined}>
      {sentences.join(' ')} {queue.length + refused.length > 0 ? <Link to="/unsent">{t('frame.unsent')}</Link> : null}
    </div>
  );
}
