import type { ACCOUNT_STATES } from '../../../src/accounts/accounts.ts';
import type { EXPENSE_STATES } from '../../../src/budget/budget.ts';
import { monthOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

/** `2026-11` as people say it. */
export const monthWords = (month: string): string => monthOf(`${month}-15T12:00:00.000Z`);

export const expenseStateWords = (state: (typeof EXPENSE_STATES)[number]): string => t(`budget.expense_${state}`);

export const accountsStateWords = (state: (typeof ACCOUNT_STATES)[number]): string => t(`accounts.state_${state}`);

export const shareWords = (share: number | null): string => (share === null ? '–' : `${share} %`);
