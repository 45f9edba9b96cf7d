import { beginCurrentCounts } from '../custody/commands/begin-counts.ts';
import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** A house counts what it keeps from its first day, and what it declares besides from then on (ASST-03). */
export const beginCounts: Reaction = (context) => beginCurrentCounts(context);

/** What broke or is lost reaches whoever stands above the desk with its report, at once (ASST-04). */
export const tellDamage: Reaction = async (context, event) => {
  const { seq, centre } = event.data as { seq: number; centre: Id<'centre'> };
  const entry = await context.tx
    .selectFrom('custody_entry')
    .select(['what_happened', 'state'])
    .where('item_id', '=', event.subject.id as Id<'custody_item'>)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (!entry || entry.what_happened === '') return;
  const above = await whoIsTold(context, { to: 'supervisor', centreId: centre });
  const type = entry.state === 'lost' ? 'custody.lost' : 'custody.damaged';
  await tellOf(context, event, above, { type, params: { by: context.actor.personId } });
};
