import type { Instant } from '../../../src/kernel/time.ts';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import type { Disturbance } from './disturbance.ts';

export type Values = {
  sort: Disturbance['sort'];
  happened: string;
  happenedAt: string | null;
  place: PickedPlace | null;
  spot: string;
  peopleInvolved: string;
  measures: string;
  toldIds: string[];
  toldOthers: string;
  restored: boolean;
};

const blank: Values = {
  sort: 'quarrel',
  happened: '',
  happenedAt: null,
  place: null,
  spot: '',
  peopleInvolved: '',
  measures: '',
  toldIds: [],
  toldOthers: '',
  restored: false,
};

export function valuesOf(one: Disturbance | null): Values {
  if (!one) return blank;
  const { sort, happened, spot, peopleInvolved, measures, toldOthers, place } = one;
  const known = { sort, happened, spot, peopleInvolved, measures, toldOthers };
  return {
    ...blank,
    ...known,
    place: place && { id: place.id, code: place.code },
    toldIds: one.told.map(({ id }) => id),
  };
}

/** What is sent; of one that is there, time and place stay as they are. */
export function bodyOf({ place, happenedAt, restored, ...values }: Values, one: Disturbance | null, now: Instant) {
  if (one) return { seen: one.version, ...values, ...(restored ? { restoredAt: now } : {}) };
  return { ...values, ...(place ? { placeId: place.id } : {}), ...(happenedAt ? { happenedAt } : {}) };
}
