const asking = ['finish', 'no_access', 'refuse', 'appoint'] as const;

/** Steps that need more than a tap have an address, so that the browser's own back leads back. */
export type StepSearch = { step?: (typeof asking)[number] | undefined };

export function stepSearch(given: Record<string, unknown>): StepSearch {
  return { step: asking.find((one) => one === given['step']) };
}
