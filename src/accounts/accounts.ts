import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { AccountPeriod } from './rules.ts';

/** What is owed: the data of a period, the same once more where they were sent back or are corrected, and the approval. */
export const OWED_AS = { supply: 'supply_accounts', revise: 'revise_accounts', approve: 'approve_accounts' } as const;

export const ACCOUNT_SIDES = ['income', 'expenditure'] as const;
export type AccountSide = (typeof ACCOUNT_SIDES)[number];

export const ACCOUNT_STATES = ['open', 'sent_back', 'supplied', 'published'] as const;
export type AccountsState = (typeof ACCOUNT_STATES)[number];

type Facts = { supplied_at: Instant | null; sent_back_at: Instant | null; published_at: Instant | null };

export function accountsStateOf({ supplied_at, sent_back_at, published_at }: Facts): AccountsState {
  if (published_at !== null) return 'published';
  if (supplied_at !== null) return 'supplied';
  return sent_back_at !== null ? 'sent_back' : 'open';
}

export type AccountLine = { side: AccountSide; amount: number };
export type Totals = { income: number; expenditure: number; result: number };

export function totalsOf(lines: readonly AccountLine[]): Totals {
  const of = (side: AccountSide): number =>
    lines.filter((one) => one.side === side).reduce((sum, one) => sum + one.amount, 0);
  const [income, expenditure] = [of('income'), of('expenditure')];
  return { income, expenditure, result: income - expenditure };
}

/** Lines are written until they are supplied; what waits for approval or was published stays as it is. */
export function whyNotWrite(facts: Facts): Refusal | null {
  const state = accountsStateOf(facts);
  if (state === 'published') return refusal('accounts.published');
  return state === 'supplied' ? refusal('accounts.supplied') : null;
}

type Period = Facts & { period: AccountPeriod; until_at: Instant };

/** Supplied once its period is over, with something on each side. */
export function whyNotSupply(accounts: Period, lines: readonly AccountLine[], now: Instant): Refusal | null {
  const written = whyNotWrite(accounts);
  if (written) return written;
  if (now < accounts.until_at) return refusal('accounts.period_not_over');
  const missing = ACCOUNT_SIDES.find((side) => !lines.some((one) => one.side === side));
  return missing ? refusal(`accounts.no_${missing}`) : null;
}

export function whyNotDecide(facts: Facts): Refusal | null {
  return accountsStateOf(facts) === 'supplied' ? null : refusal('accounts.not_supplied');
}

/** What was published is corrected by another version, one at a time. */
export function whyNotCorrect(facts: Facts, newer: boolean): Refusal | null {
  if (accountsStateOf(facts) !== 'published') return refusal('accounts.not_published');
  return newer ? refusal('accounts.newer_version') : null;
}
