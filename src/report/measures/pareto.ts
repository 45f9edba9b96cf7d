/** How much of the whole the vital few come to (Pareto, 1896; Juran, Quality Control Handbook, 1951). */
export const MOST = 0.8;

export type Counted = { key: string | null; n: number };
export type Ranked<Row extends Counted> = Row & { share: number; cumulated: number; vital: boolean };

/**
 * The most first, what has no cause last, each with its share and all shares so far. The vital few are those it takes to come to
 * 80 %: the one that crosses the line is one of them, and what has no cause never is.
 */
export function ranked<Row extends Counted>(rows: readonly Row[]): Ranked<Row>[] {
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const sorted = rows.toSorted(
    (one, other) =>
      Number(one.key === null) - Number(other.key === null) ||
      other.n - one.n ||
      (String(one.key) < String(other.key) ? -1 : 1),
  );
  let sum = 0;
  return sorted.map((row) => {
    const before = sum;
    sum += row.n;
    const part = (n: number): number => (total === 0 ? 0 : n / total);
    return {
      ...row,
      share: part(row.n),
      cumulated: part(sum),
      vital: row.key !== null && row.n > 0 && part(before) < MOST,
    };
  });
}
