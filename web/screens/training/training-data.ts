import type { NeedLine, SessionLine, Training } from '../../../src/training/view.ts';
import { useRead } from '../../server/queries.ts';
import type { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { lengthWords, MINUTE } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { pathStates, sessionStates } from './search.ts';

/** The training rules, and what a plan is made from. */
export function useTraining() {
  return useRead<Training>('training', { about: ['organisation', 'person', 'post', 'department', 'article'] });
}

export const ABOUT_SESSIONS = ['training_session', 'commitment', 'clock'] as const;

export type Option = { value: string; label: string };
export type Filters = Parameters<typeof FilterSentence>[0]['filters'];

export const optionsOf = (rules: readonly { key: string; name: Parameters<typeof said>[0] }[] = []): Option[] =>
  rules.map(({ key, name }) => ({ value: key, label: said(name) }));

export const departmentOptions = (training: Training | undefined): Option[] =>
  (training?.departments ?? []).map(({ id, name }) => ({ value: id, label: said(name) }));

export const personOptions = (training: Training | undefined): Option[] =>
  (training?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** How a session stands: one whose time is over without it was not held. */
export const stateOf = ({ state, missed }: Pick<SessionLine, 'state' | 'missed'>): (typeof sessionStates)[number] =>
  missed ? 'missed' : state;

export const trainerWords = ({ trainer, outsideTrainer }: SessionLine): string => trainer?.name ?? outsideTrainer ?? '';

export const isLacking = ({ state }: Pick<NeedLine, 'state'>): boolean => state !== 'valid' && state !== 'soon';

export const hoursWords = (minutes: number): string => (minutes === 0 ? '–' : lengthWords(minutes * MINUTE));

type Standing = { endedAt: string | null; completedAt: string | null; late: boolean };

export function pathStateWords({ endedAt, completedAt, late }: Standing): string {
  const state: (typeof pathStates)[number] = endedAt ? 'ended' : completedAt ? 'complete' : late ? 'late' : 'walking';
  return t(`training.path_${state}`);
}
