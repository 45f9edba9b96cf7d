import type { Batches, Cell, SheetColumn } from './cell.ts';

/** Without it Excel takes UTF-8 for the machine's own code page, and Chinese for noise. */
const BOM = '\uFEFF';

/** RFC 4180, with the byte order mark: a batch a piece. */
export async function* csvOf(columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<Buffer> {
  yield Buffer.from(BOM + lineOf(columns.map(({ header }) => header)));
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(rows.map(lineOf).join(''));
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A text that a spreadsheet would take for a formula has an apostrophe before it: shown as text, and run by nobody. */
const FORMULA = /^[=+\-@\t\r]/;

export function csvCell(cell: Cell): string {
  const text = plain(cell);
  const harmless = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.wall.replace('T', ' ');
  return String(cell);
}
