import { useEffect, useState } from 'react';
import { api } from '../../server/api.ts';
import { refresh } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import type { TicketView } from './view.ts';

/** Said once a minute at most; what came within it is said as it ends, wherever the person is by then. */
const pause = 60_000;

type Noted = { until: string; said: string | null; timer: number | null };
/** By person and ticket, for as long as this page stands open. */
const noted = new Map<string, Noted>();

/**
 * Up to when this person had seen the ticket before this look, on whichever device, so that what is new can be marked. Null at the
 * first look: then nothing is marked, for everything is new.
 */
export function useLastLook({ id, mine }: TicketView, newest: string | null): string | null {
  const key = `${useSession().person.id} ${id}`;
  const [before] = useState(() => latest(mine.seenUntil, noted.get(key)?.until ?? null));
  useEffect(() => {
    if (newest === null) return;
    const see = () => (document.hidden ? undefined : note(key, id, newest));
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [key, id, newest]);
  return before;
}

const latest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

function note(key: string, id: string, until: string): void {
  const one = noted.get(key) ?? { until, said: null, timer: null };
  noted.set(key, one);
  if (until > one.until) one.until = until;
  if (one.timer === null) say(one, id);
}

function say(one: Noted, id: string): void {
  one.timer = null;
  if (one.said === one.until) return;
  const until = one.until;
  one.said = until;
  one.timer = window.setTimeout(() => say(one, id), pause);
  // without a connection it is said again with the next fact: a mark too many hurts nobody
  api.put(`tickets/${id}/seen`, { until }).then(
    () => refresh(['ticket']),
    () => (one.said = null),
  );
}
