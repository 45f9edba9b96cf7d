/** What may be asked: a scale from 1 to 5, one of several, own words. */
export const QUESTION_SORTS = ['scale', 'choice', 'text'] as const;
