import type { Instant } from '../../kernel/time.ts';

/** What wakes a sleeper of this node: a clock that fires, or outward work that falls due, at that moment. */
export type Wake = 'fire' | 'outbox';

export type Bus = {
  /** Calls `listener` with the moment at which something falls due; the answer stops it. */
  on(wake: Wake, listener: (at: Instant) => void): () => void;
  emit(wake: Wake, at: Instant): void;
};

/** Carries the wake-ups of all nodes to the timers of this one. They are hints: a timer looks for itself, too. */
export function createBus(): Bus {
  const listeners: Record<Wake, Set<(at: Instant) => void>> = { fire: new Set(), outbox: new Set() };
  return {
    on(wake, listener) {
      listeners[wake].add(listener);
      return () => listeners[wake].delete(listener);
    },
    emit(wake, at) {
      for (const listener of listeners[wake]) listener(at);
    },
  };
}
