import { apiUrl } from '../server/base.ts';
import { t } from '../words/words.ts';
import styles from './recording.module.css';

/** The recording of a call. It is fetched only when somebody listens, for it is kept who did. */
export function Recording({ callId }: { callId: string }) {
  return (
    // nobody has written down what was said: captions there are none, and what was written of the call stands above
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <audio
      controls
      preload="none"
      src={apiUrl(`calls/${callId}/recording`)}
      aria-label={t('event.recording')}
      className={styles['recording']}
    />
  );
}
