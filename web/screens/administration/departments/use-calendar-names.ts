import type { z } from 'zod';
import type { calendarsOut } from '../../../../src/organisation/calendars-view.ts';
import { useRead } from '../../../server/queries.ts';
import { said } from '../../../words/words.ts';

/** What calendars are called, by their ids. */
export function useCalendarNames(): Map<string, string> {
  const read = useRead<z.output<typeof calendarsOut>>('calendars', { about: ['calendar', 'department'] });
  return new Map(read.data?.items.map(({ id, name }) => [id, said(name)]));
}
