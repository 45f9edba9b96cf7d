/** What a benchmark is given. */
export type Setting = {
  /** Small sizes, to see that it works; its figures say nothing. */
  quick: boolean;
  /** The superuser's address on the server: the embedded one, forced to disk as in production. */
  server: string;
  /** Where what is dear to make is kept between runs. */
  directory: string;
  say(line: string): void;
};

/** One line of the table: what was measured, what is asked, what came out. `meets` is null where it could not be measured. */
export type Line = { what: string; asked: string; measured: string; meets: boolean | null };

export type Outcome = {
  lines: Line[];
  /** Counted by SQL. */
  sizes: Record<string, number>;
  /** What somebody who reads the lines should know. */
  notes: string[];
};

export type Part = { name: string; about: string; run(setting: Setting): Promise<Outcome> };

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A limit in words and whether a value keeps it. */
export function atMost(what: string, value: number, limit: number, unit: string): Line {
  return {
    what,
    asked: `≤ ${limit} ${unit}`,
    measured: `${rounded(value)} ${unit}`,
    meets: value <= limit,
  };
}

export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

export function skipped(what: string, asked: string, why: string): Line {
  return { what, asked, measured: `skipped: ${why}`, meets: null };
}
