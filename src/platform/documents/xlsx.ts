import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import type { Cell, Measured, Paper, Sheet } from './paper.ts';

const FORMATS: Record<Measured['as'], string> = { percent: '0.0%', decimal: '0.00', hours: '0.00 "h"' };

/** What a spreadsheet allows in the name of a sheet: 31 characters, none of these. */
function sheetName(title: string, no: number): string {
  const name = title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 26)
    .trim();
  return no === 0 ? name : `${name} ${no + 1}`;
}

/** Each table a sheet, above them what it is about; rows are written out one by one. */
export async function xlsxOf(paper: Paper): Promise<Buffer> {
  const out = new PassThrough();
  const read = buffer(out);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  book.title = paper.title;
  for (const [no, sheet] of paper.sheets.entries()) write(book, paper, sheet, no);
  await book.commit();
  return read;
}

function write(book: exceljs.stream.xlsx.WorkbookWriter, paper: Paper, sheet: Sheet, no: number): void {
  const page = book.addWorksheet(sheetName(sheet.title, no), {
    pageSetup: { orientation: 'landscape', fitToWidth: 1 },
  });
  page.columns = sheet.columns.map((_, at) => ({ width: widthOf(sheet, at) }));
  const bold = (values: readonly (string | number)[]) => {
    const row = page.addRow([...values]);
    row.font = { bold: true };
    row.commit();
  };
  bold([no === 0 ? paper.title : sheet.title]);
  if (no === 0) {
    for (const fact of paper.facts) page.addRow([...fact]).commit();
    for (const { title, text } of paper.texts) page.addRow([title, text]).commit();
    bold([sheet.title]);
  }
  if (sheet.note) page.addRow([sheet.note]).commit();
  bold(sheet.columns.map(({ label }) => label));
  for (const cells of sheet.rows) {
    const row = page.addRow(cells.map(plain));
    for (const [at, cell] of cells.entries())
      if (typeof cell === 'object' && cell !== null) row.getCell(at + 1).numFmt = FORMATS[cell.as];
    row.commit();
  }
  page.commit();
}

/** Working time as hours, so that a spreadsheet can go on counting with it. */
function plain(cell: Cell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return cell.as === 'hours' ? cell.n / 3_600_000 : cell.n;
}

/** As wide as the longest of its first cells; a Chinese character takes two. */
function widthOf({ columns, rows }: Sheet, at: number): number {
  const texts = [columns[at]!.label, ...rows.slice(0, 200).map((row) => String(plain(row[at] ?? null) ?? ''))];
  const longest = Math.max(...texts.map((text) => [...text].reduce((sum, one) => sum + (one > '⺀' ? 2 : 1), 0)));
  return Math.min(60, Math.max(10, longest + 2));
}
