import type { z } from 'zod';
import type { arrivalOut, arrivalsOut } from '../../../../src/arrival/view.ts';
import type { Left } from '../../../../src/arrival/arrival.ts';
import { useRead } from '../../../server/queries.ts';
import { t } from '../../../words/words.ts';
import type { Intake } from '../intake.ts';

export type Arrival = z.output<typeof arrivalOut>;

export function useArrivals(): Arrival[] {
  const { data } = useRead<z.output<typeof arrivalsOut>>('arrivals', { about: ['arrival', 'clock'] });
  return data?.items ?? [];
}

export function leftWords(outcome: Left): string {
  return t(`arrivals.left_${outcome}`);
}

/** Who is called fills in the form: who he is, where he lives, and that he stands here. */
export function intakeOf(one: Arrival): Partial<Intake> {
  return {
    arrivalId: one.id,
    channel: 'visit',
    customer: one.customer ? { ...one.customer, vip: false } : null,
    place: one.place,
    callerName: one.customer ? '' : one.name,
    callerPhone: '',
    callId: null,
    rings: null,
    purpose: one.purpose,
  };
}
