import type { Reaction } from '../platform/context.ts';

/** Event type to what follows from it, in this order, in the same transaction. */
export const WITHIN: Record<string, readonly Reaction[]> = {};
