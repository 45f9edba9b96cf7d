import { CSV_MARK, csvField, harmless } from '../../kernel/text/csv.ts';
import type { Batches, Cell, SheetColumn } from './cell.ts';

/** RFC 4180, with the byte order mark: a batch a piece. */
export async function* csvOf(columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + lineOf(columns.map(({ header }) => header)));
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(rows.map(lineOf).join(''));
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvCell(cell: Cell): string {
  const text = plain(cell);
  return csvField(typeof cell === 'string' ? harmless(text) : text);
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.wall.replace('T', ' ');
  return String(cell);
}
