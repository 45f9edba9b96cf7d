/** Periods that a list of tickets may be narrowed to: whole days that end with today, and how many before it. */
export const PERIODS = { today: 0, week: 6, month: 29, quarter: 89 } as const;
export type Period = keyof typeof PERIODS;

export const isPeriod = (text: string | undefined): text is Period =>
  text !== undefined && Object.hasOwn(PERIODS, text);
