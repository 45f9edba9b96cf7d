import type { Instant } from '../../kernel/time.ts';

export type CalendarEntry = {
  /** The same for the same thing for ever. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  from: Instant;
  until: Instant;
  summary: string;
  location: string | null;
  description: string | null;
  cancelled: boolean;
  changedAt: Instant;
};

export type Calendar = { name: string; zone: string; now: Instant; entries: readonly CalendarEntry[] };

/** How often a program that reads it may as well come again, in seconds. */
const AGAIN = 900;

/** RFC 5545. Moments are in UTC, which no program reads wrong; the zone is said for those that show the calendar's own. */
export async function calendarText({ name, zone, now, entries }: Calendar): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({
    name,
    prodId: { company: 'huiyin', product: 'huiyin' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN,
    x: { 'X-WR-TIMEZONE': zone },
  });
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: now,
      lastModified: entry.changedAt,
      start: entry.from,
      end: entry.until,
      summary: entry.summary,
      location: entry.location,
      description: entry.description,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
