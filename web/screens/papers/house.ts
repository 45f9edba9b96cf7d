import type { z } from 'zod';
import type { paperRulesOut } from '../../../src/document/view.ts';
import type { bodyKindsOut } from '../../../src/liaison/view.ts';
import type { meetingSortsOut } from '../../../src/meeting/view.ts';
import type { Words } from '../../../src/kernel/words.ts';
import { useRead } from '../../server/queries.ts';
import { said } from '../../words/words.ts';

type MeetingSorts = z.output<typeof meetingSortsOut>;
type PaperRules = z.output<typeof paperRulesOut>;
type Kinds = z.output<typeof bodyKindsOut>;

const none: PaperRules = { kinds: [], classes: [], reviewers: [] };

/** The sorts of meeting of the house, for filters and forms. */
export function useMeetingSorts(): MeetingSorts['items'] {
  return useRead<MeetingSorts>('meeting-sorts', { about: ['organisation'] }).data?.items ?? [];
}

/** Kinds, classes and reviewing posts of the house. */
export function usePaperRules(): PaperRules {
  return useRead<PaperRules>('paper-rules', { about: ['organisation', 'post'] }).data ?? none;
}

/** The kinds of body of the house. */
export function useBodyKinds(): Kinds['items'] {
  return useRead<Kinds>('liaison-kinds', { about: ['organisation'] }).data?.items ?? [];
}

/** Things of the house as a list offers them to choose from. */
export function optionsOf(all: readonly { key: string; name: Words }[]): { value: string; label: string }[] {
  return all.map(({ key, name }) => ({ value: key, label: said(name) }));
}
