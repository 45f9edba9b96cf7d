import type { Instant } from '../../kernel/time.ts';
import type { News } from './news.ts';

/** What wakes a sleeper of this node: a clock that fires, or outward work that falls due. */
export type Wake = 'fire' | 'outbox';

export type Woken = (schema: string, at: Instant) => void;

export type Bus = {
  /** Calls `listener` with the organisation's schema and the moment at which something falls due there; the answer stops it. */
  on(wake: Wake, listener: Woken): () => void;
  /** Calls `listener` after a gap in which wake-ups may have been missed. */
  onGap(listener: () => void): () => void;
  emit(wake: Wake, schema: string, at: Instant): void;
  emitGap(): void;
  /** Calls `listener` with whatever is told of changes, and with who looks where and types (`presence.ts`). */
  onNews(listener: (news: News) => void): () => void;
  onPresence(listener: (schema: string, told: string) => void): () => void;
  emitNews(news: News): void;
  emitPresence(schema: string, told: string): void;
};

/** Carries the wake-ups of all nodes to the timers of this one. They are hints: a timer looks for itself, too. */
export function createBus(): Bus {
  const woken: Record<Wake, Set<Woken>> = { fire: new Set(), outbox: new Set() };
  const gaps = new Set<() => void>();
  const news = new Set<(news: News) => void>();
  const presence = new Set<(schema: string, told: string) => void>();
  return {
    on(wake, listener) {
      woken[wake].add(listener);
      return () => woken[wake].delete(listener);
    },
    onGap(listener) {
      gaps.add(listener);
      return () => gaps.delete(listener);
    },
    emit(wake, schema, at) {
      for (const listener of woken[wake]) listener(schema, at);
    },
    emitGap() {
      for (const listener of gaps) listener();
    },
    onNews(listener) {
      news.add(listener);
      return () => news.delete(listener);
    },
    onPresence(listener) {
      presence.add(listener);
      return () => presence.delete(listener);
    },
    emitNews(said) {
      for (const listener of news) listener(said);
    },
    emitPresence(schema, told) {
      for (const listener of presence) listener(schema, told);
    },
  };
}
