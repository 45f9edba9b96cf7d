/** Which clocks of the board are listed, as the address says it. */
export type ClockSearch = { which: 'due' | 'late' | 'today'; department?: string };

const uuid = /^[0-9a-f-]{36}$/i;

export function clockSearch({ which, department }: Record<string, unknown>): ClockSearch {
  return {
    which: which === 'due' || which === 'today' ? which : 'late',
    ...(typeof department === 'string' && uuid.test(department) ? { department } : {}),
  };
}
