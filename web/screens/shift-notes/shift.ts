import type { z } from 'zod';
import type { noteLineOut, notePageOut, openOut } from '../../../src/shift-note/view.ts';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

export type OpenShift = z.output<typeof openOut>;
export type NoteLine = z.output<typeof noteLineOut>;
export type NotePage = z.output<typeof notePageOut>;
export type Line = OpenShift['lines'][number];

export const sorts = ['promised', 'waiting', 'open', 'notice', 'round'] as const;

/** "10427 Leak in the kitchen" */
export function lineWords({ number, title }: Pick<Line, 'number' | 'title'>): string {
  return [number === null ? '' : String(number), said(title)].filter(Boolean).join(' ');
}

export function stateWords(note: NoteLine): string {
  if (note.acceptedAt) return note.late ? t('shift.accepted_late') : t('shift.accepted');
  return note.late ? t('shift.late') : t('shift.waiting_acceptance');
}

/** What happened in the shift, each number with where its records stand. */
export function figureLines(
  figures: OpenShift['figures'],
): { label: string; n: string; to: string; search: Record<string, string> }[] {
  return [
    { label: t('shift.contacts'), n: numberWords(figures.contacts), to: '/contacts', search: { period: 'today' } },
    { label: t('shift.opened'), n: numberWords(figures.opened), to: '/tickets', search: {} },
    { label: t('shift.resolved'), n: numberWords(figures.resolved), to: '/tickets', search: {} },
    {
      label: t('shift.rounds'),
      n: numberWords(figures.rounds),
      to: '/rounds',
      search: { view: 'record', period: 'today' },
    },
    { label: t('shift.late_clocks'), n: numberWords(figures.late), to: '/my-work', search: {} },
  ];
}
