import type { z } from 'zod';
import type { countsOut } from '../../src/conversation/view.ts';
import { useRead } from '../server/queries.ts';
import { t } from '../words/words.ts';
import styles from './rail.module.css';

/** How many wait for an answer; late ones change its colour. Nothing where nobody waits. */
export function RailCount() {
  const { data } = useRead<z.output<typeof countsOut>>('conversations/counts', { about: ['conversation', 'clock'] });
  if (!data || data.waiting === 0) return null;
  return (
    <span className={styles['count']} data-late={data.late > 0 || undefined}>
      <span aria-hidden>{data.waiting > 99 ? '99+' : data.waiting}</span>
      <span className="sr-only">{t('frame.messages_waiting', { count: data.waiting })}</span>
    </span>
  );
}
