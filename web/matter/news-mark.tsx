import { t } from '../words/words.ts';
import styles from './news-mark.module.css';

/** Somebody else did something on the ticket since this person last looked: a dot, and in words for whoever hears the row. */
export function NewsMark({ news }: { news: boolean }) {
  if (!news) return null;
  return (
    <span className={styles['news']} title={t('timeline.new')}>
      <span className="sr-only">{t('timeline.new')}</span>
    </span>
  );
}
