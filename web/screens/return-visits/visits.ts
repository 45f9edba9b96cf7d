import type { z } from 'zod';
import type { visitLineOut, visitPageOut } from '../../../src/return-visit/view.ts';
import type { ReturnVisitTable } from '../../../src/return-visit/table.ts';
import type { Topic } from '../../server/queries.ts';
import { t } from '../../words/words.ts';

/** A line of `GET /api/return-visits`, `.../unsigned` and `.../record` */
export type VisitLine = z.output<typeof visitLineOut>;
/** `GET /api/return-visits/:id` */
export type VisitPage = z.output<typeof visitPageOut>;

export type VisitState = ReturnVisitTable['state'];

export function stateWords(state: string): string {
  return t(`return_visits.state_${state as VisitState}`);
}

/** Whom the visit is to: the customer, or whoever called. */
export function whomOf(visit: Pick<VisitLine, 'customer' | 'callerName'>): string {
  return visit.customer?.name ?? visit.callerName ?? '';
}

/** What changes with an act at a visit: the visit, its ticket, and what may follow from it. */
export function changedBy(visit: Pick<VisitLine, 'id' | 'ticket'>): Topic[] {
  return [`return_visit/${visit.id}`, 'return_visit', `ticket/${visit.ticket.id}`, 'ticket', 'rectification'];
}
