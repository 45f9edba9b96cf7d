import type { z } from 'zod';
import type { Period } from '../../../src/saved-view/periods.ts';
import { isPeriod, PERIODS } from '../../../src/saved-view/periods.ts';
import type { ticketsOut } from '../../../src/ticket/list-shapes.ts';
import { dayOf, fromLocal, HOUR, instantOf, ms, nowMs } from '../../ui/time.ts';
import type { TicketFilters } from './filters.ts';

/** `GET /api/tickets` */
export type TicketsPage = z.output<typeof ticketsOut>;
export type TicketLine = TicketsPage['items'][number];

export const periods = Object.keys(PERIODS) as Period[];

/** The first moment of a period that ends now: whole days on the centre's wall clock. */
export function beginningOf(period: string | undefined, now: number): string | undefined {
  if (!isPeriod(period)) return undefined;
  const noon = ms(fromLocal(`${dayOf(now)}T12:00`) ?? instantOf(now)) - PERIODS[period] * 24 * HOUR;
  return fromLocal(`${dayOf(noon)}T00:00`) ?? undefined;
}

/** What the server is asked for: the filters as they stand in the address, the period as a moment. */
export function queryOf({ period, ...filters }: TicketFilters): Record<string, string | boolean | undefined> {
  return { ...filters, from: beginningOf(period, nowMs()), withCount: true };
}

export const lineId = (line: TicketLine): string => line.id;
