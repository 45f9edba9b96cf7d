import { orRefuse } from '../../kernel/refusal.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { whyNotRewrite } from '../approvals.ts';
import { verdictsOf } from '../facts.ts';
import { editedFields } from '../fields.ts';
import type { Ticket } from '../ticket.ts';

/** The fields of a ticket after an edit that leaves what its customer signed for as it was. */
export async function fieldsAfter(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  edit: Record<string, unknown>,
): Promise<Ticket['fields']> {
  const after = editedFields(kind, ticket.fields, edit);
  if (kind.receipts || kind.approvals?.some((one) => one.signature === 'customer'))
    orRefuse(whyNotRewrite(kind, await verdictsOf(context.tx, ticket.id), ticket.fields, after));
  return after;
}
