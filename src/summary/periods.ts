/** Of which stretch of the calendar a summary or report is. */
export const SUMMARY_PERIODS = ['week', 'month', 'quarter', 'year'] as const;

/** What a report upward may hold besides the figures, what stands open and what was late. */
export const REPORT_PARTS = [
  'promises',
  'staff',
  'causes',
  'control_chart',
  'techniques',
  'improvements',
  'proposals',
  'keys',
  'permits',
  'materials',
  'work',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The promise to send one, as clocks name it. */
export const reportClock = (plan: string): string => `report_${plan}`;
