import type { PlainKey } from '../../words/words.ts';

/** What a figure may be cut by, in words. */
export const LENGTH_NAMES: Readonly<Record<string, PlainKey>> = {
  day: 'figures.cut_day',
  week: 'figures.cut_week',
  month: 'figures.cut_month',
  quarter: 'figures.cut_quarter',
};

export const CUT_NAMES: Readonly<Record<string, PlainKey>> = {
  department: 'figures.cut_department',
  person: 'figures.cut_person',
  kind: 'figures.cut_kind',
  type: 'figures.cut_type',
  function: 'figures.cut_function',
  channel: 'figures.cut_channel',
  severity: 'figures.cut_severity',
  estate: 'figures.cut_estate',
  building: 'figures.cut_building',
  place: 'figures.cut_place',
  age: 'figures.cut_age',
  promise: 'figures.cut_promise',
};
