import { Stat } from '../../ui/stat.tsx';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { BoardAnswer } from './board.ts';
import styles from './board.module.css';

/** The four numbers; each opens the list behind it, in the words of the tickets list's own address. */
export function Numbers({ board }: { board: BoardAnswer }) {
  const { kept, of } = board.keptToday;
  return (
    <div className={styles['numbers']}>
      <Stat label={t('board.open')} count={board.open} to="/tickets" search={{ state: 'open' }} />
      <Stat
        label={t('board.due_in_hour')}
        count={board.dueInHour}
        to="/board/clocks"
        search={{ which: 'due' }}
        tone={board.dueInHour > 0 ? 'soon' : 'plain'}
      />
      <Stat
        label={t('board.late')}
        count={board.late}
        to="/board/clocks"
        search={{ which: 'late' }}
        tone={board.late > 0 ? 'late' : 'plain'}
      />
      <Stat
        label={t('board.kept_today')}
        count={kept}
        said={t('board.n_of_m', { n: numberWords(kept), m: numberWords(of) })}
        to="/board/clocks"
        search={{ which: 'today' }}
        tone={of > 0 && kept === of ? 'run' : 'plain'}
      />
    </div>
  );
}
