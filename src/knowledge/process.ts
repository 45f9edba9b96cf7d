import type { Instant } from '../kernel/time.ts';

/** How somebody stands with a process that binds him: it is open until he has read all of it and passed every test. */
export const STANDINGS = ['done', 'open', 'late'] as const;
export type Standing = (typeof STANDINGS)[number];

type Facts = { readings: number; read: number; tests: number; passed: number; dueAt: Instant | null };

export function standingOf({ readings, read, tests, passed, dueAt }: Facts, now: Instant): Standing {
  if (read === readings && passed === tests) return 'done';
  return dueAt !== null && dueAt < now ? 'late' : 'open';
}
