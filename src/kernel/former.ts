/** What of these fields a change alters, as each stood before; empty where nothing does. */
export function formerOf<Row extends object>(before: Row, next: Partial<Row>): Partial<Row> {
  const changed = Object.keys(next) as (keyof Row)[];
  const differs = changed.filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(next[key] ?? null));
  return Object.fromEntries(differs.map((key) => [key, before[key] ?? null])) as Partial<Row>;
}
