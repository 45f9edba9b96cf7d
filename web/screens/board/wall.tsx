import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import { useTitle } from '../../ui/page.tsx';
import { numberWords, timeOfDay } from '../../ui/time.ts';
import { onTick } from '../../ui/ticker.ts';
import { said, t } from '../../words/words.ts';
import type { BoardAnswer } from './board.ts';
import { Late, loadOf } from './departments.tsx';
import styles from './wall.module.css';

type WallProps = {
  board: BoardAnswer;
  /** Where somebody opened it over the board; a screen of its own is never left. */
  leave?: () => void;
  /** What whoever looks must know of these numbers. */
  warning?: string | null;
};

/** The board on the wall: nothing around it, letters for five metres, and it stays awake and true by itself. */
export function Wall({ board, leave, warning = null }: WallProps) {
  const wall = useFullScreen(leave);
  useAwake();
  const { rows, page, pages, paused, pause } = useTurns(board.departments);
  useTitle(t('frame.board'));
  const { kept, of } = board.keptToday;
  const Whole = leave ? 'div' : 'main';
  return (
    <Whole ref={wall} className={styles['wall']} tabIndex={0}>
      <header className={styles['head']}>
        <h1>{t('frame.board')}</h1>
        <TimeNow />
        {leave ? (
          <ActionButton label={t('board.leave_wall')} icon={IconX} hotkey="Escape" kind="quiet" onRun={leave} />
        ) : null}
      </header>
      <dl className={styles['numbers']}>
        <Figure label={t('board.open')} words={numberWords(board.open)} />
        <Figure
          label={t('board.due_in_hour')}
          words={numberWords(board.dueInHour)}
          tone={board.dueInHour ? 'soon' : 'plain'}
        />
        <Figure label={t('board.late')} words={numberWords(board.late)} tone={board.late ? 'late' : 'plain'} />
        <Figure
          label={t('board.kept_today')}
          words={t('board.n_of_m', { n: numberWords(kept), m: numberWords(of) })}
          tone={of > 0 && kept === of ? 'run' : 'plain'}
        />
      </dl>
      <ul className={styles['departments']} aria-label={t('board.departments')}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="cut">{said(row.name)}</span>
            <span>{t('board.n_open', { count: loadOf(row) })}</span>
            <span>
              {t('board.late')} <Late n={row.late} />
            </span>
            <span>{row.onDuty === 0 ? t('board.nobody_on_duty') : t('board.n_on_duty', { count: row.onDuty })}</span>
            <span>{row.worst ? <ClockDot clock={row.worst} /> : null}</span>
          </li>
        ))}
      </ul>
      <footer className={styles['foot']}>
        {warning ? <p role="alert">{warning}</p> : null}
        {board.decisions.length > 0 ? <p>{t('board.n_decisions', { count: board.decisions.length })}</p> : null}
        {pages > 1 ? (
          <p className={styles['turn']}>
            <ActionButton
              label={paused ? t('board.wall_turn_on') : t('board.wall_pause')}
              icon={paused ? IconPlayerPlay : IconPlayerPause}
              kind="quiet"
              onRun={pause}
            />
            {t('board.wall_page', { page, pages })}
          </p>
        ) : null}
      </footer>
    </Whole>
  );
}

function Figure({ label, words, tone = 'plain' }: { label: string; words: string; tone?: string }) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  );
}

/** As many as are read from afar. */
const ROWS = 6;
const TURN_EVERY = 12_000;

/**
 * The departments, so many at a time, each turn in its turn; the most late stand in the first. Whoever reads stops the turning, and it
 * stays stopped until he lets it go on (WCAG 2.2.2); where the device asks for less motion, it begins stopped.
 */
function useTurns(departments: BoardAnswer['departments']) {
  const [turn, setTurn] = useState(0);
  const [paused, setPaused] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const pages = Math.max(1, Math.ceil(departments.length / ROWS));
  useEffect(() => {
    if (paused) return undefined;
    const timer = window.setInterval(() => setTurn((last) => last + 1), TURN_EVERY);
    return () => window.clearInterval(timer);
  }, [paused]);
  const at = turn % pages;
  const pause = () => setPaused((was) => !was);
  return { rows: departments.slice(at * ROWS, (at + 1) * ROWS), page: at + 1, pages, paused, pause };
}

function TimeNow() {
  const element = useRef<HTMLTimeElement>(null);
  useEffect(
    () =>
      onTick((now) => {
        if (element.current) element.current.textContent = timeOfDay(now);
      }),
    [],
  );
  return <time ref={element} className={styles['time']} />;
}

/** The whole screen where the device allows it; leaving that leaves the wall too. */
function useFullScreen(leave: (() => void) | undefined) {
  const wall = useRef<HTMLDivElement>(null);
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  const own = leave === undefined;
  useEffect(() => {
    if (own) return undefined;
    void wall.current?.requestFullscreen?.().catch(() => {});
    const left = () => document.fullscreenElement === null && latest.current?.();
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [own]);
  return wall;
}

/** A wall must not fall asleep. Devices that cannot be kept awake do what they do. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      void navigator.wakeLock?.request('screen').then(
        (got) => (here ? (lock = got) : void got.release()),
        () => {},
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
