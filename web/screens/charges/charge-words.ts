import type { ChargeState } from '../../../src/charge/states.ts';
import type { ChargeLine } from '../../../src/charge/view.ts';
import type { ReceiptLine } from '../../../src/charge/view-money.ts';
import type { z } from 'zod';
import type { chargingOut } from '../../../src/charge/view.ts';
import { useRead } from '../../server/queries.ts';
import { monthOf } from '../../ui/time.ts';
import { locale, t } from '../../words/words.ts';

/** What everything here is read anew after. */
export const LEDGER = ['charge', 'charge_run', 'charge_receipt', 'charge_delivery', 'dunning', 'commitment'] as const;

export type ChargingAnswer = z.output<typeof chargingOut>;

export function useCharging() {
  return useRead<ChargingAnswer>('charging', { about: ['kind', 'organisation'] });
}

/** An amount in the smallest unit, as money is written here: `¥1,234.50`. */
export function moneyWords(amount: number, currency: string): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    amount / 100,
  );
}

export const stateWords = (state: ChargeState): string => t(`charges.state_${state}`);
export const wayWords = (way: ReceiptLine['way']): string => t(`charges.way_${way}`);
export const toneOf = (state: ChargeState): string =>
  state === 'overdue' ? 'late' : state === 'open' ? 'run' : 'plain';

/** The month a charge is about; empty: of none. */
export const beginsWords = (begins: string | null): string => (begins ? monthOf(`${begins}T12:00:00.000Z`) : '');

const squareMetres = (area: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(area / 100);

/** How an amount came about; empty: it was agreed or given. */
export function reckoningWords({ reckoning }: Pick<ChargeLine, 'reckoning'>, currency: string): string {
  const { area, months = 1, quantity } = reckoning;
  if (reckoning.rate === undefined) return '';
  const rate = moneyWords(reckoning.rate, currency);
  if (area !== undefined) return t('charges.reckoned_area', { area: squareMetres(area), rate, months });
  return quantity === undefined
    ? t('charges.reckoned_fixed', { rate, months })
    : t('charges.reckoned_piece', { rate, quantity });
}

export { squareMetres };
