import { RECEIPT_STATES } from '../../../src/receipt/receipt.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export type ReceiptsSearch = {
  ticket?: string | undefined;
  state?: (typeof RECEIPT_STATES)[number] | undefined;
  open?: true | undefined;
  mine?: true | undefined;
};

const isOn = (given: unknown): true | undefined => (given === true || given === 'true' ? true : undefined);

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function receiptsSearch(given: Record<string, unknown>): ReceiptsSearch {
  return {
    ticket: idIn(given['ticket']),
    state: RECEIPT_STATES.find((one) => one === given['state']),
    open: isOn(given['open']),
    mine: isOn(given['mine']),
  };
}

export const queryOf = ({ ticket, state, open, mine }: ReceiptsSearch): Query => ({ ticket, state, open, mine });
