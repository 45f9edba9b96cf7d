import { Stat } from '../../ui/stat.tsx';
import { lengthWords, SECOND } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Board } from './calls-data.ts';
import styles from './telephone.module.css';

const shareOf = (n: number, of: number): string => (of === 0 ? '–' : `${Math.round((n / of) * 100)} %`);

/** How it went at the telephone today: each call by its limit, all of them by the service level. */
export function CallStats({ board }: { board: Board }) {
  const { today, level, limit } = board;
  return (
    <div className={styles['stats']}>
      <Stat
        label={t('telephone.call_backs')}
        count={board.callBacks}
        to="/calls"
        search={{ view: 'call_back' }}
        tone={board.callBacks > 0 ? 'soon' : 'plain'}
      />
      <Stat label={t('telephone.write_ups')} count={board.writeUps} to="/calls" search={{ view: 'write_up' }} />
      <Stat
        label={t('telephone.answered_of', { answered: today.answered, came: today.came })}
        count={today.came}
        to="/calls"
      />
      <Stat label={limitWords(limit)} count={today.inTime} said={shareOf(today.inTime, today.answered)} to="/calls" />
      <Stat
        label={t('telephone.level', { seconds: level.seconds, percent: level.percent })}
        count={today.withinLevel}
        said={shareOf(today.withinLevel, today.came)}
        to="/calls"
      />
      <Stat
        label={t('telephone.speed')}
        count={today.waitSeconds ?? 0}
        said={today.waitSeconds === null ? '–' : t('telephone.seconds', { n: today.waitSeconds })}
        to="/calls"
      />
    </div>
  );
}

function limitWords({ rings, seconds }: Board['limit']): string {
  return rings === null
    ? t('telephone.in_limit_seconds', { n: seconds ?? 0 })
    : t('telephone.in_limit_rings', { n: rings });
}

/** How it goes online today: who waits, and how long those waited who have an answer. */
export function OnlineStats({ online }: Pick<Board, 'online'>) {
  const { waits, waiting, answered, inTime, waitSeconds } = online;
  return (
    <div className={styles['stats']}>
      <Stat
        label={t('telephone.online_waits')}
        count={waits}
        to="/messages"
        tone={waiting.some(({ late }) => late) ? 'late' : 'plain'}
      />
      <Stat label={t('telephone.online_in_time')} count={inTime} said={shareOf(inTime, answered)} to="/messages" />
      <Stat
        label={t('telephone.online_speed')}
        count={waitSeconds ?? 0}
        said={waitSeconds === null ? '–' : lengthWords(waitSeconds * SECOND)}
        to="/messages"
      />
    </div>
  );
}
