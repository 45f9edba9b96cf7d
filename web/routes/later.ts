import type { ComponentType } from 'react';
import { lazy } from 'react';
import { recallText, remember } from '../ui/memory.ts';
import { nowMs } from '../ui/time.ts';

const AGAIN_MS = 2_000;
const ONCE_IN_MS = 60_000;

/**
 * A window's code, fetched when it is wanted for the first time. Where it cannot be had the window stays empty, for a
 * failure would take the screen along, with what is half typed there; `reloadOnLostCode` sees to the rest.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load().catch(() => new Promise<never>(() => {})) }));
}

/**
 * Code that could not be fetched is not asked for again by a browser until the page is loaded anew: a new version has
 * taken the place of the one this page came from, or nobody answered. Loads the page anew as soon as somebody does, but
 * not over and over.
 */
export function reloadOnLostCode(): void {
  let waiting = false;
  window.addEventListener('vite:preloadError', () => {
    if (waiting || nowMs() - Number(recallText('reloaded') ?? 0) < ONCE_IN_MS) return;
    waiting = true;
    void reloadWhenReached();
  });
}

async function reloadWhenReached(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return void window.setTimeout(reloadWhenReached, AGAIN_MS);
  remember('reloaded', String(nowMs()));
  location.reload();
}

/** Does it while nothing else is to do, within five seconds. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 2_000);
}
