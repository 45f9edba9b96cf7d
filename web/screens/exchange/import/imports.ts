import type { z } from 'zod';
import type { importOut, importPageOut, importRowsOut, listsInOut } from '../../../../src/exchange/in/inputs.ts';
import { t } from '../../../words/words.ts';

export type ImportLine = z.output<typeof importOut>;
export type ImportPage = z.output<typeof importPageOut>;
export type ImportRow = z.output<typeof importRowsOut>['items'][number];
export type ListsIn = z.output<typeof listsInOut>;
export type Field = ListsIn['items'][number]['fields'][number];

const STATES: Record<string, () => string> = {
  ready: () => t('imports.state_ready'),
  previewing: () => t('imports.state_previewing'),
  previewed: () => t('imports.state_previewed'),
  running: () => t('imports.state_running'),
  done: () => t('imports.state_done'),
  stopped: () => t('imports.state_stopped'),
  undoing: () => t('imports.state_undoing'),
  undone: () => t('imports.state_undone'),
};

export function stateWords(state: string): string {
  return STATES[state]?.() ?? state;
}

export const isWorking = ({ state }: Pick<ImportPage, 'state'>): boolean =>
  state === 'previewing' || state === 'running' || state === 'undoing';

export const RESULTS = ['refused', 'new', 'changed', 'same', 'kept'] as const;
export type Result = (typeof RESULTS)[number];

const NAMES: Record<Result | 'undone', () => string> = {
  refused: () => t('imports.refused'),
  new: () => t('imports.new'),
  changed: () => t('imports.changed'),
  same: () => t('imports.same'),
  kept: () => t('imports.kept'),
  undone: () => t('imports.undone'),
};

export function resultWords(result: Result | 'undone'): string {
  return NAMES[result]();
}
