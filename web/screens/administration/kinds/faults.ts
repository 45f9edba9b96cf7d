import { whyNotKind } from '../../../../src/pack/check-kind.ts';
import type { Kind } from '../../../../src/pack/format.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { mayApprove, usePosts } from '../people/people.ts';

/** What is wrong with a definition, by the server's own rule, as it is typed: asked by the path of a part. */
export function useFaults(kind: Kind): (path: string) => readonly string[] {
  const { departments, pauses } = useDesk();
  const posts = usePosts();
  const known = {
    departments: new Set(departments.map((one) => one.key)),
    pauses: new Set(pauses.map((one) => one.key)),
    approvers: new Set(posts.filter(mayApprove).map((one) => one.key)),
  };
  // nothing is wrong while the lists have not come
  const faults = departments.length > 0 && posts.length > 0 ? whyNotKind(kind, known) : [];
  const pathOf = (fault: (typeof faults)[number]) => String(fault.params?.['path'] ?? '');
  const whole = new Set(['stages', 'guards', 'visits']);
  return (path) =>
    faults
      .filter((fault) => {
        const at = pathOf(fault);
        if (path === 'guards') return at.startsWith('guards');
        return whole.has(path) ? at === path || at === `${path}.0` : at === path || at.startsWith(`${path}.`);
      })
      .map(refusalWords);
}
