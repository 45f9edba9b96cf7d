import type { Epoch } from '../time.ts';

/** The clock stood still from `from` until just before `to`; null where it still does. */
export type Pause = { readonly from: Epoch; readonly to: Epoch | null; readonly reason?: string };

/** A pause that overlaps no other. `to` is Infinity where nobody knows its end yet. */
export type Stop = { readonly from: Epoch; readonly to: number; readonly reason: string | null };

/**
 * Pauses as they act on a clock that started at `startedAt`: in order, each cut where an earlier one already stopped
 * the clock, and none before the start. An open pause lasts until `now` where that is given, else for ever; one that
 * ends before it begins is none.
 */
export function stops(pauses: readonly Pause[], startedAt: Epoch, now?: Epoch): Stop[] {
  const result: Stop[] = [];
  let stoppedUntil: number = startedAt;
  for (const pause of [...pauses].sort((one, other) => one.from - other.from)) {
    const from = Math.max(pause.from, stoppedUntil);
    const to = pause.to ?? now ?? Infinity;
    if (to <= from) continue;
    result.push({ from, to, reason: pause.reason ?? null });
    stoppedUntil = to;
  }
  return result;
}
