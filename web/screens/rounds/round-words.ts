import type { z } from 'zod';
import type { roundLineOut, roundPageOut } from '../../../src/round/view.ts';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

export type RoundLine = z.output<typeof roundLineOut>;
export type RoundView = z.output<typeof roundPageOut>;
export type Part = RoundView['parts'][number];
export type Finding = Pick<
  NonNullable<Part['result']>,
  'result' | 'count' | 'note' | 'way' | 'measures' | 'reportedTo'
>;
export type Way = Part['ways'][number];

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
export function findingWords(part: Pick<Part, 'record'>, finding: Finding): string {
  const { result, count, note } = finding;
  const number = count === null ? '' : numberWords(count);
  const letters = count === 0 ? t('rounds.empty') : t('rounds.letters_found', { count: count ?? 0 });
  const counted = part.record === 'letters' && count !== null ? letters : number;
  const found = result === 'ok' ? t('rounds.ok') : t('rounds.fault');
  return listOf([found, counted, note, wayWords(finding)]);
}

/** "Reported upward: Mr He", "Handled on the spot: fixed with cement"; empty where nothing is said of it. */
export function wayWords({ way, measures, reportedTo }: Pick<Finding, 'way' | 'measures' | 'reportedTo'>): string {
  if (way === null) return '';
  const more = [reportedTo?.name ?? '', measures].filter((one) => one !== '').join(', ');
  return more ? `${t(`patrols.way_${way}`)}: ${more}` : t(`patrols.way_${way}`);
}

/** "Home visit · 3-1202 · Mr Chen" */
export function roundName({ plan, place, customer }: Pick<RoundLine, 'plan' | 'place' | 'customer'>): string {
  return listOf([said(plan.name), place?.code ?? '', customer?.name ?? '']);
}

function listOf(words: readonly string[]): string {
  const there = words.filter((one) => one !== '');
  return there.join(' · ');
}
