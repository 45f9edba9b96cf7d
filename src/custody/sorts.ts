// alone, for the addresses of screens are read with these before anything else is there

/** What sorts of things a house has in custody; how each moves follows from its sort. */
export const CUSTODY_SORTS = ['key', 'pass', 'certificate', 'asset', 'tool'] as const;
export type CustodySort = (typeof CUSTODY_SORTS)[number];

/** What may be entered about a thing in custody. */
export const CUSTODY_ACTS = [
  'received',
  'drawn',
  'handed_over',
  'returned',
  'handed_out',
  'issued',
  'renewed',
  'withdrawn',
  'damaged',
  'mended',
  'lost',
  'written_off',
  'found',
  'corrected',
] as const;
export type CustodyAct = (typeof CUSTODY_ACTS)[number];

/** How a thing stands. */
export const CUSTODY_STATES = ['in_house', 'drawn', 'handed_out', 'issued', 'lost', 'written_off'] as const;
export type CustodyState = (typeof CUSTODY_STATES)[number];

/** How a pass or certificate stands in the register of what was issued. */
export const ISSUED_STATES = ['valid', 'expired', 'withdrawn', 'gone'] as const;
export type IssuedState = (typeof ISSUED_STATES)[number];
