import type { Line, Outcome, Part } from './bench.ts';

/** A part's outcome with where and when it was measured. `load` is the machine's load average before it began. */
export type Measured = Outcome & { at: string; commit: string; machine: string; load: number; seconds: number };

const VERDICT = { true: 'yes', false: '**no**', null: '–' } as const;

function verdict(line: Line): string {
  return VERDICT[String(line.meets) as keyof typeof VERDICT];
}

export function linesOf(lines: readonly Line[]): string[] {
  const mark = { yes: 'ok  ', '**no**': 'MISS', '–': '--  ' } as const;
  return lines.map(
    (line) => `${mark[verdict(line) as keyof typeof mark]} ${line.what}: ${line.measured} (${line.asked})`,
  );
}

function sizesOf(sizes: Outcome['sizes']): string {
  const counted = Object.entries(sizes).map(([what, n]) => `${n.toLocaleString('en')} ${what}`);
  return counted.length === 0 ? '' : `Counted by SQL: ${counted.join(', ')}.\n`;
}

/** What the page said of a part, where it was measured on another checkout. */
function former(page: string, head: string): string | null {
  const begins = page.indexOf(head);
  if (begins === -1) return null;
  const ends = page.indexOf('\n## ', begins);
  return page.slice(begins, ends === -1 ? undefined : ends);
}

function section(part: Part, measured: Measured | undefined, page: string): string {
  const head = `## ${part.about}\n\n    npm run bench -- --only ${part.name}\n`;
  if (!measured) return former(page, head) ?? `${head}\nNot measured yet.\n`;
  const rows = measured.lines.map((line) => `| ${line.what} | ${line.asked} | ${line.measured} | ${verdict(line)} |`);
  const when = `Commit ${measured.commit}, ${measured.at.slice(0, 16).replace('T', ' ')} UTC, ${Math.round(measured.seconds)} s, load average before it ${measured.load.toFixed(1)}.`;
  const notes = measured.notes.map((note) => `- ${note}\n`).join('');
  return `${head}\n| what | at least | measured | kept |\n|---|---|---|---|\n${rows.join('\n')}\n\n${when} ${sizesOf(measured.sizes)}${notes && `\n${notes}`}`;
}

/** The whole page, from what was measured last of each part; of one that was not measured here, what `page` said before. */
export function benchPage(parts: readonly Part[], known: Record<string, Measured>, page: string): string {
  const machines = [...new Set(Object.values(known).map((one) => one.machine))];
  return `# How fast

Written by \`npm run bench\`; \`npm run bench -- --only NAME\` measures one part anew and leaves the others as they were.
The database is the embedded one with the product's own settings, forced to disk; server, database and load stand in
separate processes on one machine: ${machines.join('; ')}. Where the load average was above the number of cores, somebody
else was using the machine, and times are longer than they would be on a quiet one.

${parts.map((part) => section(part, known[part.name], page)).join('\n')}`;
}
