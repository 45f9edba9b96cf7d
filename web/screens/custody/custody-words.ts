import type { z } from 'zod';
import type { custodyCountOut, custodyCountPageOut } from '../../../src/custody/counts-view.ts';
import type {
  custodyEntryOut,
  custodyKindsOut,
  custodyLineOut,
  custodyPageOut,
  holderOut,
} from '../../../src/custody/view.ts';
import { useRead } from '../../server/queries.ts';
import { said, t } from '../../words/words.ts';

export type CustodyLine = z.output<typeof custodyLineOut>;
export type CustodyPage = z.output<typeof custodyPageOut>;
export type Entry = CustodyPage['entries'][number];
export type EntryLine = z.output<typeof custodyEntryOut>;
export type Count = z.output<typeof custodyCountOut>;
export type CountPage = z.output<typeof custodyCountPageOut>;
export type Kinds = z.output<typeof custodyKindsOut>;
export type Holder = z.output<typeof holderOut>;

const none: Kinds = { items: [], can: {} };

/** The kinds of things that the house keeps; they change seldom. */
export function useCustodyKinds(): Kinds {
  return useRead<Kinds>('custody/kinds', { about: ['organisation'] }).data ?? none;
}

export function holderWords({ kind, name }: Holder): string {
  if (kind === 'house' || kind === 'nobody') return t(`custody.holder_${kind}`);
  return name;
}

/** How it stands, or what is wrong with that. */
export function standingWords({ state, overdue, valid, condition }: CustodyLine | CustodyPage): string {
  if (state === 'in_house' && condition === 'damaged') return t('custody.condition_damaged');
  if (valid === false) return t('custody.expired');
  return overdue ? t('custody.overdue') : t(`custody.state_${state}`);
}

export const isWrong = ({ overdue, valid, condition, state }: CustodyLine): boolean =>
  overdue || valid === false || (condition === 'damaged' && state === 'in_house') || state === 'lost';

export function worthWords({ worth }: Pick<CustodyLine, 'worth'>): string | null {
  return worth && moneyWords(worth);
}

/** Every currency that is offered has two places. */
export function moneyWords({ amount, currency }: { amount: number; currency: string }): string {
  return `${currency} ${(amount / 100).toFixed(2)}`;
}

export const thingWords = ({ number, label }: { number: string; label: string }): string => `${number} ${label}`;

export const kindWords = ({ kind }: Pick<CustodyLine, 'kind'>): string => said(kind.name);
