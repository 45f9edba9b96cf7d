import type { Way } from '../conversation/commands/write-update.ts';
import type { Id } from '../kernel/id.ts';
import { wayToCustomer } from '../milestone/way.ts';
import type { Context } from '../platform/context.ts';
import type { Addressee } from './known.ts';

/** How somebody is reached now, by what he wants: in writing, by a call, not at all because he wants nothing, or because no way is known. */
export async function wayFor(
  context: Context,
  { id, updates, hasPhone }: Addressee,
  centreId: Id<'centre'>,
): Promise<Way | 'none' | 'phone' | 'no_way'> {
  if (updates === 'none') return 'none';
  const way =
    updates === 'phone' ? null : await wayToCustomer(context, { customer_id: id, centre_id: centreId }, updates);
  if (way !== null) return way;
  // who wants to be written to by one way alone is not called instead
  return hasPhone && (updates === 'phone' || updates === 'any') ? 'phone' : 'no_way';
}
