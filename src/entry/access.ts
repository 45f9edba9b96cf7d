import type { Organisation } from '../platform/context.ts';
import { DAY } from '../kernel/time.ts';

/** How long each way in stands open. */
export const LASTS = { link: 180 * DAY, code: 7 * DAY, session: 30 * DAY } as const;

/** Never the name of the sessions of whoever works here. */
export function customerCookie(organisation: Organisation): string {
  return `hy-${organisation.slug}.customer`;
}
