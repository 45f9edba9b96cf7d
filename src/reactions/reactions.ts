import type { Effects } from '../commitment/fire.ts';
import type { Reaction } from '../platform/context.ts';
import { WITHIN } from './within.ts';

/** What follows from an event in the same transaction; `record` bounds how deep reactions follow reactions. */
export const react: Reaction = async (context, event) => {
  for (const follow of WITHIN[event.type] ?? []) await follow(context, event);
};

/** What follows when clocks fire. */
export const effects: Effects = {
  onRungs: async () => {},
  onPauseEnded: async () => {},
};
