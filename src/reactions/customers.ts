import { followClass } from '../custodian/commands/owe-contact.ts';
import { endCustodianOfErased, endCustodiansOf, endWithoutPost } from '../custodian/commands/end-custodians.ts';
import { moveArchivesOf } from '../customer-archive/commands/arrange.ts';
import { emptyArchiveOf } from '../customer-archive/commands/tend.ts';
import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';

/** Under another class he is contacted by another interval, or from now on at all (CUST-10). */
export const contactByClass: Reaction = (context, event) => followClass(context, event.subject.id as Id<'customer'>);

/** He was erased: he is nobody's, and what was filed of him goes. */
export const forgetInCharge: Reaction = async (context, event) => {
  const id = event.subject.id as Id<'customer'>;
  await endCustodianOfErased(context, id);
  await emptyArchiveOf(context, id);
};

/** Whoever left has no customers any more: they are to be given anew. The archives he looked after are his successor's. */
export const giveUpCustomers: Reaction = async (context, event) => {
  const from = event.subject.id as Id<'person'>;
  const { successorId } = event.data as { successorId: Id<'person'> | null };
  await endCustodiansOf(context, from);
  if (successorId !== null) await moveArchivesOf(context, from, successorId);
};

export const giveUpWithPost: Reaction = (context, event) => endWithoutPost(context, event.subject.id as Id<'person'>);
