import { sendWhenPossible, useDone } from '../../offline/outbox.ts';
import { dateOf, instantOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Part, RoundView, Way } from './round-words.ts';
import { partName, roundName } from './round-words.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';

export type ReportBody = {
  result: 'ok' | 'fault';
  count?: number;
  note?: string;
  photoIds?: string[];
  way?: Way;
  measures?: string;
  reportedToId?: string;
  answerBy?: string;
};

export type Report = {
  standing: Standing;
  line: (part: Part, body: ReportBody) => void;
  complete: () => void;
};

/** The acts of a round: done at once where there is a connection, else kept with the time it happened and sent once. */
export function useReport(round: RoundView): Report {
  const standing = standingOf(round, useDone());
  const send = (path: string, body: Record<string, unknown>, label: string) =>
    void sendWhenPossible({
      method: 'post',
      path: `rounds/${round.id}/${path}`,
      body: { ...body, happenedAt: instantOf(nowMs()) },
      label,
      changes: [`round/${round.id}`, 'round', 'ticket', 'commitment'],
    });
  const of = nameOf(round);
  return {
    standing,
    line: (part, body) =>
      send('results', { line: part.key, ...body }, t('rounds.did_line', { round: of, line: partName(part) })),
    complete: () => {
      if (!standing.completed) send('complete', {}, t('rounds.did_complete', { round: of }));
    },
  };
}

/** "Waiting area, 21 Sep 2026" */
export function nameOf(round: Pick<RoundView, 'plan' | 'place' | 'customer' | 'dueAt'>): string {
  return `${roundName(round)} · ${dateOf(round.dueAt)}`;
}
