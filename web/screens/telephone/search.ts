export const views = ['all', 'call_back', 'write_up'] as const;
export type View = (typeof views)[number];

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function callSearch(given: Record<string, unknown>): { view?: View | undefined } {
  return { view: views.find((one) => one === given['view']) };
}
