import type { ArchiveState } from '../../../src/customer-archive/customer-archive.ts';
import { ARCHIVE_STATES } from '../../../src/customer-archive/customer-archive.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export type ArchivesSearch = {
  state?: ArchiveState | undefined;
  part?: string | undefined;
  department?: string | undefined;
  keeper?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function archivesSearch(given: Record<string, unknown>): ArchivesSearch {
  const { part } = given;
  return {
    state: ARCHIVE_STATES.find((one) => one === given['state']),
    part: typeof part === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(part) ? part : undefined,
    department: idIn(given['department']),
    keeper: idIn(given['keeper']),
  };
}

export const archivesQueryOf = ({ state, part, department, keeper }: ArchivesSearch): Query => ({
  state,
  part,
  department,
  keeper,
});
