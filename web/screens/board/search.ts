import { idIn } from '../../server/ids.ts';

/** Which clocks of the board are listed, as the address says it. */
export type ClockSearch = { which: 'due' | 'late' | 'today'; department?: string };

export function clockSearch({ which, department: given }: Record<string, unknown>): ClockSearch {
  const department = idIn(given);
  return {
    which: which === 'due' || which === 'today' ? which : 'late',
    ...(department ? { department } : {}),
  };
}
