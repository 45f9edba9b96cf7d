import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import type { Open } from './dialogs.tsx';
import type { TicketView } from './view.ts';

export type PartProps = { ticket: TicketView; open: Open };

const ReceiptsOf = lazy(async () => ({ default: (await import('./receipts.tsx')).ReceiptsOf }));
const LiaisonOf = lazy(async () => ({ default: (await import('./liaison.tsx')).LiaisonOf }));
const OrdersGiven = lazy(async () => ({ default: (await import('./orders-given.tsx')).OrdersGiven }));
const DecisionsOf = lazy(async () => ({ default: (await import('./decisions.tsx')).DecisionsOf }));

/** What a matter of one type has besides; it comes with the first such matter that is looked at. */
const parts: Readonly<Record<string, ComponentType<PartProps>>> = {
  dispute: lazy(async () => ({ default: (await import('./dispute/dispute.tsx')).DisputeOf })),
  compliment: lazy(async () => ({ default: (await import('./compliment.tsx')).ComplimentOf })),
  suggestion: lazy(async () => ({ default: (await import('./proposal/proposal.tsx')).ProposalOf })),
};

export function MattersOf({ ticket, open }: PartProps) {
  const Part = parts[ticket.kind.type];
  return (
    <Suspense fallback={null}>
      {ticket.receipts ? <ReceiptsOf ticket={ticket} open={open} /> : null}
      {ticket.papers || ticket.approvals.length > 0 ? <DecisionsOf ticket={ticket} open={open} /> : null}
      {Part ? <Part ticket={ticket} open={open} /> : null}
      <OrdersGiven ticket={ticket} />
      <LiaisonOf ticket={ticket} />
    </Suspense>
  );
}
