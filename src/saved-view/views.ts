import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { personOut } from '../organisation/shapes.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { allOf, canOut, idOut } from '../platform/http/shapes.ts';
import { SHARED } from './inputs.ts';
import type { SavedViewTable } from './table.ts';

export const savedViewsOut = allOf(
  z.object({
    id: idOut('saved_view'),
    name: z.string().describe('What it is called'),
    filters: z.record(z.string(), z.string()).describe('What narrows and orders the list, as in its address'),
    columns: z.array(z.string()).nullable().describe('Which columns, in their order; null: as each likes'),
    shared: z.enum(SHARED).describe('With whom it is shared'),
    owner: personOut.describe('Who made it'),
    can: canOut.describe('`remove`: take it away'),
  }),
);

type Whose = { owner_id: string; centre_id: string | null };

/** Whoever made it takes it away; what the whole centre looks at, whoever distributes the work, too. */
export function whyNotRemove(view: Whose, me: string | null, assign: Refusal | null): Refusal | null {
  if (view.owner_id === me) return null;
  return view.centre_id !== null ? assign : refusal('view.not_yours');
}

/** The rows themselves: my own, and those shared with a post I hold, my department or my centre. */
export async function viewsOf(context: Context): Promise<Selectable<SavedViewTable>[]> {
  const me = actingPerson(context);
  const { posts } = context.actor;
  const mine = {
    posts: posts.map((post) => post.id),
    departments: posts.flatMap((post) => post.departmentId ?? []),
    centres: posts.map((post) => post.centreId),
  };
  return context.tx
    .selectFrom('saved_view')
    .selectAll()
    .where((e) =>
      e.or([
        e('owner_id', '=', me),
        ...(mine.posts.length > 0 ? [e('post_id', 'in', mine.posts), e('centre_id', 'in', mine.centres)] : []),
        ...(mine.departments.length > 0 ? [e('department_id', 'in', mine.departments)] : []),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** My own views and those shared with a post I hold, my department or my centre; some dozens at most. */
export async function savedViews(context: Context): Promise<z.input<typeof savedViewsOut>> {
  const me = actingPerson(context);
  const rows = await viewsOf(context);
  const names = await personNames(context);
  const assign = can(context.actor, 'ticket.assign', {});
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      filters: row.filters,
      columns: row.columns,
      shared: row.post_id ? 'post' : row.department_id ? 'department' : row.centre_id ? 'centre' : 'me',
      owner: named(names, row.owner_id),
      can: { remove: whyNotRemove(row, me, assign) },
    })),
  };
}
