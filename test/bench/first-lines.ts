import { writeFileSync } from 'node:fs';
import { readRows } from '../../src/platform/read-rows.ts';

/** The first rows of a file as a file of its own. */
export async function firstLines(from: string, many: number, to: string): Promise<string> {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines: string[][] = [];
  for await (const { row } of readRows(from)) {
    if (lines.length === 0) lines.push(Object.keys(row));
    lines.push(Object.values(row));
    if (lines.length > many) break;
  }
  writeFileSync(to, `${lines.map((line) => line.map(quoted).join(',')).join('\n')}\n`);
  return to;
}
