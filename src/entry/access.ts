import { DAY, HOUR, MINUTE } from '../kernel/time.ts';
import type { Organisation } from '../platform/context.ts';

/** How long each way in stands open. */
export const LASTS = { link: 180 * DAY, code: 7 * DAY, sent: 15 * MINUTE, session: 30 * DAY } as const;

/** These open a session once. */
export const USED_ONCE = ['code', 'sent'] as const;

/** No more codes are sent to one customer within an hour, whoever asks for them. */
export const MOST_SENT = { codes: 5, within: HOUR };

/** Never the name of the sessions of whoever works here. */
export function customerCookie(organisation: Organisation): string {
  return `hy-${organisation.slug}.customer`;
}
