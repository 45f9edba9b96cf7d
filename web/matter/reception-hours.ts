import type { z } from 'zod';
import type { calendarsOut } from '../../src/organisation/calendars-view.ts';
import { useRead } from '../server/queries.ts';
import { weekdayNames } from '../ui/time.ts';
import { language } from '../words/words.ts';

type Weekly = z.output<typeof calendarsOut>['items'][number]['rules']['weekly'];

/** Days that follow one another with the same hours in one go: `Mon–Fri 08:30–18:00`, `Sat–Sun 09:00–17:00`; closed days are left out. */
export function hoursInWords(weekly: Weekly, names: readonly string[]): string {
  const days = (['1', '2', '3', '4', '5', '6', '7'] as const).map((day, at) => ({
    name: names[at] ?? day,
    hours: weekly[day].map(({ from, to }) => `${from}–${to}`).join(', '),
  }));
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const { name, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs
    .filter((run) => run.hours !== '')
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
    .join(language() === 'en' ? '; ' : '；');
}

/** When the front desk is open, for a customer to read (RECP-01); empty until it is known. */
export function useReceptionHours(): string {
  const read = useRead<z.output<typeof calendarsOut>>('calendars', { about: ['calendar', 'department'] });
  const reception = read.data?.items.find((calendar) => calendar.isReception);
  return reception ? hoursInWords(reception.rules.weekly, weekdayNames('short')) : '';
}
