import type { z } from 'zod';
import { holds } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { listsOut } from './inputs.ts';
import { LISTS } from './lists.ts';

/** The lists that the actor may read, and so take out. */
export function listsFor(context: Context): z.input<typeof listsOut> {
  const mine = LISTS.filter((list) => holds(context.actor, list.admits));
  return {
    items: mine.map(({ key, name, columns }) => ({
      key,
      name,
      columns: columns.map((column) => ({ key: column.key, name: column.name })),
    })),
  };
}
