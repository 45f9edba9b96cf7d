const asking = ['finish', 'no_access', 'refuse', 'appoint'] as const;

/**
 * Steps that need more than a tap have an address, so that the browser's own back leads back. `from`: opened in the office's list of
 * work orders, which is then the way back.
 */
export type StepSearch = { step?: (typeof asking)[number] | undefined; from?: 'office' | undefined };

export function stepSearch(given: Record<string, unknown>): StepSearch {
  return {
    step: asking.find((one) => one === given['step']),
    from: given['from'] === 'office' ? 'office' : undefined,
  };
}

/** The list that an order is one of: where it was opened from; else one's own orders for whoever was sent, the office's for others. */
export function listOf({ from }: StepSearch, sentId: string | undefined, myId: string): '/worker' | '/work-orders' {
  return from === 'office' || sentId !== myId ? '/work-orders' : '/worker';
}
