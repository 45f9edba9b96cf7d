import type { Hand } from './rows.ts';

export type Ranked = Hand & {
  /** Knows this kind of matter. */
  skilled: boolean;
  /** The one we would send: the least loaded on duty who knows it. */
  proposed: boolean;
};

/**
 * Who of a department can go, the best first: on duty before off duty, who knows the kind before who does not, then by how
 * little is open and late (ASGN-03). Only somebody on duty is proposed. Without a department everybody counts. Pure.
 */
export function ranked(people: readonly Hand[], need: { departmentId: string | null; kind: string }): Ranked[] {
  const capable = people
    .filter((hand) => need.departmentId === null || hand.department.id === need.departmentId)
    .map((hand) => ({ ...hand, skilled: hand.skills.includes(need.kind) }));
  const sorted = capable.sort(
    (one, other) =>
      Number(other.onDuty) - Number(one.onDuty) ||
      Number(other.skilled) - Number(one.skilled) ||
      one.openOrders - other.openOrders ||
      one.late - other.late ||
      (one.name < other.name ? -1 : 1),
  );
  return sorted.map((hand, at) => ({ ...hand, proposed: at === 0 && hand.onDuty }));
}
