import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import type { Open } from './dialogs.tsx';
import type { TicketView } from './view.ts';

export type PartProps = { ticket: TicketView; open: Open };

/** What a matter of one type has besides; it comes with the first such matter that is looked at. */
const parts: Readonly<Record<string, ComponentType<PartProps>>> = {
  dispute: lazy(async () => ({ default: (await import('./dispute/dispute.tsx')).DisputeOf })),
};

export function MattersOf({ ticket, open }: PartProps) {
  const Part = parts[ticket.kind.type];
  return Part ? (
    <Suspense fallback={null}>
      <Part ticket={ticket} open={open} />
    </Suspense>
  ) : null;
}
