import type { z } from 'zod';
import type { roundLineOut, roundPageOut } from '../../../src/round/view.ts';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

export type RoundLine = z.output<typeof roundLineOut>;
export type RoundView = z.output<typeof roundPageOut>;
export type Part = RoundView['parts'][number];
export type Finding = Pick<NonNullable<Part['result']>, 'result' | 'count' | 'note'>;

export const aboutRound = (id: string) => [`round/${id}`, 'ticket', 'clock'] as const;

export function stateWords(state: RoundLine['state']): string {
  return t(`rounds.state_${state}`);
}

/** Whose it is to walk: the one who answers for it by name, else whoever is at the post. */
export function walkerOf({ keeper, post }: Pick<RoundLine, 'keeper' | 'post'>): string {
  return keeper?.name ?? said(post.name);
}

/** Which tone its state has: what is late is red, what was kept green. */
export function toneOf(state: RoundLine['state']): 'late' | 'run' | 'plain' {
  if (state === 'late' || state === 'missed') return 'late';
  return state === 'kept' ? 'run' : 'plain';
}

export function partName({ area, name }: Pick<Part, 'area' | 'name'>): string {
  return area ? `${said(area)} · ${said(name)}` : said(name);
}

/** What was found, in words: in order or not, how many, what was written down. */
export function findingWords(part: Pick<Part, 'record'>, { result, count, note }: Finding): string {
  const number = count === null ? '' : numberWords(count);
  const letters = count === 0 ? t('rounds.empty') : t('rounds.letters_found', { count: count ?? 0 });
  const counted = part.record === 'letters' && count !== null ? letters : number;
  const found = result === 'ok' ? t('rounds.ok') : t('rounds.fault');
  return listOf([found, counted, note]);
}

function listOf(words: readonly string[]): string {
  const there = words.filter((one) => one !== '');
  return there.join(' · ');
}
