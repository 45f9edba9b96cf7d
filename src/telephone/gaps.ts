import type { Epoch } from '../kernel/time.ts';

export type Span = { from: Epoch; until: Epoch };

/** When nobody of those who answer the telephone would be there though it is open (CHAN-16). `away`: by person, when he is not there. */
export function gapsIn(open: readonly Span[], away: readonly (readonly Span[])[]): Span[] {
  return open.flatMap((hours) => {
    const turns = away
      .flat()
      .flatMap(({ from, until }) => [from, until])
      .filter((at) => at > hours.from && at < hours.until);
    const edges = [hours.from, ...new Set(turns.toSorted((one, other) => one - other)), hours.until];
    const gaps: Span[] = [];
    for (const [no, from] of edges.slice(0, -1).entries()) {
      const until = edges[no + 1]!;
      if (away.some((spans) => !spans.some((span) => span.from <= from && span.until >= until))) continue;
      const last = gaps.at(-1);
      if (last?.until === from) last.until = until;
      else gaps.push({ from, until });
    }
    return gaps;
  });
}
