import { nowMs } from './time.ts';

type Tick = (now: number) => void;

const ticks = new Set<Tick>();
let timer: number | null = null;

/**
 * Calls `tick` once a second while the page can be seen. One timer for every clock on the screen; whoever ticks
 * writes to its own element and renders nothing.
 */
export function onTick(tick: Tick): () => void {
  ticks.add(tick);
  tick(nowMs());
  if (timer === null) start();
  return () => {
    ticks.delete(tick);
    if (ticks.size === 0) stop();
  };
}

function run(): void {
  if (document.hidden) return;
  const now = nowMs();
  for (const tick of ticks) tick(now);
}

function start(): void {
  timer = window.setInterval(run, 1000);
  document.addEventListener('visibilitychange', run);
}

function stop(): void {
  if (timer !== null) window.clearInterval(timer);
  timer = null;
  document.removeEventListener('visibilitychange', run);
}
