const waits = [500, 1_000, 2_000, 5_000, 10_000];
const waiting = new Set<() => void>();

/** The network is back: nobody waits any longer. */
export function wake(): void {
  for (const go of waiting) go();
}

/** Longer after each try in vain, and not for all at the same moment. */
export function pause(tries: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, waits[Math.min(tries, waits.length - 1)]! * (0.7 + Math.random() * 0.6));
    waiting.add(go);
  });
}
