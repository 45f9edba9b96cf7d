import { useQuery } from '@tanstack/react-query';
import { ApiError, api } from '../../server/api.ts';
import { connection } from '../../server/live.ts';
import { readOptions } from '../../server/queries.ts';
import { sessionQuery } from '../../session/session.ts';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { ms, nowMs, timeOfDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { BoardAnswer } from './board.ts';
import { Wall } from './wall.tsx';

/** It hears of changes; with time alone some numbers change too, and where it hears nothing it asks again and again. */
const EVERY = { online: 30_000, deaf: 5_000 };
/** Longer than this without an answer, and it says how old its numbers are. */
const OLD = 60_000;

/** The board by itself at an address of its own: nobody clicks anything, by a token that only reads or by whoever is signed in. */
export function WallScreen() {
  const session = useQuery(sessionQuery);
  const read = useQuery({
    ...readOptions<BoardAnswer>('board', { about: ['ticket', 'work_order', 'commitment', 'clock', 'person', 'duty'] }),
    queryFn: () => api.get<BoardAnswer>('board'),
    enabled: Boolean(session.data),
    refetchInterval: () => (connection.get() === 'online' ? EVERY.online : EVERY.deaf),
    refetchIntervalInBackground: true,
  });
  const ended = session.data === null || (read.error instanceof ApiError && read.error.status === 403);
  if (ended) return <Ended />;
  if (!read.data) return <LoadingLines count={14} height={40} />;
  const age = nowMs() - ms(read.data.now);
  return (
    <Wall
      board={read.data}
      warning={read.error && age > OLD ? t('board.wall_old', { time: timeOfDay(ms(read.data.now)) }) : null}
    />
  );
}

/** Nobody may look any more: whoever passes by reads what to do. */
function Ended() {
  return (
    <main>
      <h1 className="sr-only">{t('frame.board')}</h1>
      <EmptyState title={t('board.wall_ended')}>{t('board.wall_ended_why')}</EmptyState>
    </main>
  );
}
