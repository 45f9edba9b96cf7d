import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Page as PageOf } from '../../server/contract.ts';
import { waiting } from '../../offline/outbox.ts';
import { readOptions, useRead } from '../../server/queries.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { useStore } from '../../ui/store.ts';
import { t } from '../../words/words.ts';
import { HOUR, instantOf, nowMs } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import type { RoundLine, RoundView } from './round-words.ts';
import { aboutRound, roundName, stateWords, toneOf, walkerOf } from './round-words.ts';
import { BeginPatrols } from './begin-patrols.tsx';
import styles from './rounds.module.css';

/** What those at my posts walk today, what comes next, and what is open elsewhere; the most overdue first. */
export function Today() {
  const about = ['round', 'clock'] as const;
  const soon = { state: 'open', until: soonUntil() };
  const own = useRead<PageOf<RoundLine>>('rounds', { about, query: { ...soon, mine: true, limit: 50 } });
  const all = useRead<PageOf<RoundLine>>('rounds', { about, query: { ...soon, limit: 100 } });
  const mine = own.data?.items ?? [];
  useAtHand(mine);
  const others = (all.data?.items ?? []).filter((one) => !mine.some(({ id }) => id === one.id));
  const due = (rows: readonly RoundLine[]) => rows.filter((one) => one.state !== 'ahead');
  if (all.isPending || own.isPending) return <LoadingLines count={6} height={64} />;
  if (all.error && !all.data) return <ErrorState problem={all.error} retry={() => void all.refetch()} />;
  if (mine.length + others.length === 0)
    return (
      <>
        <BeginPatrols />
        <EmptyState title={t('rounds.none')}>{t('rounds.none_why')}</EmptyState>
      </>
    );
  return (
    <>
      <BeginPatrols />
      {mine.length > 0 && due(mine).length === 0 ? <p className="dim">{t('rounds.all_done')}</p> : null}
      <Group label={t('rounds.mine_today')} rounds={due(mine)} />
      <Group label={t('rounds.others_today')} rounds={due(others)} />
      <Group label={t('rounds.ahead')} rounds={[...mine, ...others].filter((one) => one.state === 'ahead')} />
    </>
  );
}

const DAY = 24 * HOUR;

/** What is due later can be done already, and stands in the record: a quarter's home visits would hide what is owed today. */
function soonUntil(): string {
  return instantOf((Math.floor(nowMs() / DAY) + 9) * DAY);
}

const shift = 12 * 60 * 60_000;

/** Reads every round of mine while there is a connection, and keeps it for the shift. */
function useAtHand(rounds: readonly RoundLine[]): void {
  const client = useQueryClient();
  const ids = rounds.map(({ id }) => id).join(' ');
  useEffect(() => {
    for (const id of ids.split(' ').filter(Boolean))
      void client.prefetchQuery({
        ...readOptions<RoundView>(`rounds/${id}`, { about: aboutRound(id) }),
        gcTime: shift,
      });
  }, [client, ids]);
}

function Group({ label, rounds }: { label: string; rounds: readonly RoundLine[] }) {
  if (rounds.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className={styles['heading']}>
        {label} <span className="dim">{rounds.length}</span>
      </h2>
      <ul className={styles['cards']}>
        {rounds.map((round) => (
          <li key={round.id}>
            <Card round={round} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ round }: { round: RoundLine }) {
  const unsent = useStore(waiting).filter(({ path }) => path.startsWith(`rounds/${round.id}/`)).length;
  return (
    <Link to="/rounds/$roundId" params={{ roundId: round.id }} className={styles['card']}>
      <span className={styles['line']}>
        <strong>{roundName(round)}</strong>
        <StateMark tone={toneOf(round.state)}>{stateWords(round.state)}</StateMark>
      </span>
      <span className={styles['line']}>
        <span className="dim">
          {walkerOf(round)} · <When at={round.dueAt} />
        </span>
        <span className="dim">
          {t('rounds.known', { known: round.known, lines: round.lines })}
          {unsent > 0 ? ` · ${t('worker.will_be_sent')}` : ''}
        </span>
      </span>
    </Link>
  );
}
