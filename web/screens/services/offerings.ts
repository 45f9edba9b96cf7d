import type { z } from 'zod';
import type { offeringOut, offeringsOut } from '../../../src/offering/view.ts';
import { useRead } from '../../server/queries.ts';
import type { PlainKey } from '../../words/words.ts';
import { said, t } from '../../words/words.ts';

export type Offering = z.output<typeof offeringOut>;
export type Offerings = z.output<typeof offeringsOut>;

export function useOfferings(q: string) {
  return useRead<Offerings>('offerings', { about: ['offering'], query: q.trim() ? { q } : {}, keep: true });
}

export const told = [
  ['features', 'services.features'],
  ['price', 'services.price'],
  ['discount', 'services.discount'],
  ['steps', 'services.steps'],
  ['method', 'services.method'],
  ['usualTime', 'services.usual_time'],
  ['unit', 'services.unit'],
  ['hours', 'services.hours'],
] as const satisfies readonly (readonly [keyof Offering, PlainKey])[];

export type Told = (typeof told)[number][0];

/** What is told of it, line by line; what nothing was written about is left out. */
export const factsOf = (one: Pick<Offering, Told>) =>
  told.map(([key, label]) => ({ label: t(label), value: said(one[key]) }));
