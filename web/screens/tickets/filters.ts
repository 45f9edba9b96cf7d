/** What narrows the list of tickets, as it stands in the address: so that every number on a board opens its list. */
export type TicketFilters = { [Name in (typeof names)[number]]?: string };

const names = [
  'state',
  'sort',
  'kind',
  'stage',
  'choice',
  'says',
  'type',
  'owner',
  'offeredTo',
  'department',
  'severity',
  'channel',
  'customer',
  'place',
  'incident',
  'late',
  'unanswered',
  'declined',
  'watching',
  'snoozed',
  'period',
] as const;

/** Takes from an address what is known here, and lets go of the rest. */
export function ticketFilters(search: Record<string, unknown>): TicketFilters {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)] as const] : [];
    }),
  );
}
