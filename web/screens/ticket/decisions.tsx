import { Approvals } from './approvals.tsx';
import type { PartProps } from './matters-of.tsx';
import { IssuingOf } from './papers/issuing.tsx';
import { PapersOf } from './papers/papers.tsx';

/** What has to be brought, who decides on it, and what is issued then, in the order in which it happens. */
export function DecisionsOf({ ticket, open }: PartProps) {
  return (
    <>
      {ticket.papers ? <PapersOf ticket={ticket} open={open} /> : null}
      {ticket.approvals.length > 0 ? <Approvals ticket={ticket} open={open} /> : null}
      <IssuingOf ticket={ticket} open={open} />
    </>
  );
}
