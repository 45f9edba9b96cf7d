import type { z } from 'zod';
import type { disputeOut } from '../../../../src/dispute/view.ts';
import { useRead } from '../../../server/queries.ts';
import type { PlainKey } from '../../../words/words.ts';

/** `GET /api/tickets/:id/dispute` */
export type Dispute = z.output<typeof disputeOut>;
export type Party = Dispute['parties'][number];

export function useDispute(ticketId: string) {
  return useRead<Dispute>(`tickets/${ticketId}/dispute`, { about: [`ticket/${ticketId}`] });
}

export const results: Readonly<Record<string, PlainKey>> = {
  agreed: 'disputes.result_agreed',
  closer: 'disputes.result_closer',
  no_agreement: 'disputes.result_no_agreement',
  not_held: 'disputes.result_not_held',
};

export function nameOf(dispute: Dispute, partyId: string): string {
  return dispute.parties.find((one) => one.id === partyId)?.name ?? '';
}

/** What he is called, with his door. */
export const partyWords = (party: Party): string => [party.name, party.place?.code].filter(Boolean).join(' · ');
