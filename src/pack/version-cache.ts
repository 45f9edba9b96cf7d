import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';

/** About 20 kB each; a node that serves many organisations forgets the longest known first. */
const MOST = 2_000;

/**
 * Definitions by organisation and version: immutable, so what was read once stays true. Only what was written before this
 * transaction's `now` is kept, for a version this transaction writes itself may yet be rolled back.
 */
export function versionCache<Content>() {
  const kept = new Map<string, Content>();
  const nameOf = (organisation: string, name: string): string => `${organisation} ${name}`;
  return {
    get: (organisation: string, name: string): Content | undefined => kept.get(nameOf(organisation, name)),
    keep(
      reading: Pick<Context, 'organisation' | 'now' | 'replaying'>,
      name: string,
      writtenAt: Instant,
      content: Content,
    ): Content {
      if (writtenAt >= (reading.replaying?.recordedAt ?? reading.now)) return content;
      if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
      kept.set(nameOf(reading.organisation.id, name), content);
      return content;
    },
  };
}
