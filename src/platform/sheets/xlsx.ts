import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import type { stream, Worksheet } from 'exceljs';
import type { Instant } from '../../kernel/time.ts';
import { DAY, epochOf } from '../../kernel/time.ts';
import type { Batches, Cell, SheetColumn } from './cell.ts';

/** A sheet holds 1,048,576 rows; what is beyond goes on in another. */
const MOST_ROWS = 1_000_000;

const FORMATS = { moment: 'yyyy-mm-dd hh:mm', day: 'yyyy-mm-dd' };

/** A day of a sheet is a number: days since 30 December 1899, with the time of day as its fraction. It knows no zone. */
const DAYS_TO_1970 = 25_569;

/** A workbook whose header stays in sight, with true dates and numbers. A few batches stand in memory, whatever its length. */
export async function* xlsxOf(name: string, columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<Buffer> {
  const { default: excel } = await import('exceljs');
  const out = new PassThrough({ highWaterMark: 256 * 1024 });
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const writing = fill(book, out, { name, columns, batches }).catch((fault: Error) => void out.destroy(fault));
  try {
    for await (const chunk of out) yield chunk as Buffer;
    await writing;
  } finally {
    out.destroy();
  }
}

type Sheet = { name: string; columns: readonly SheetColumn[]; batches: Batches };

async function fill(book: stream.xlsx.WorkbookWriter, out: PassThrough, { name, columns, batches }: Sheet) {
  let sheet = begin(book, name, columns);
  let count = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      if (count > 0 && count % MOST_ROWS === 0) {
        sheet.commit();
        sheet = begin(book, `${name} ${count / MOST_ROWS + 1}`, columns);
      }
      sheet.addRow(row.map(valueOf)).commit();
      count += 1;
    }
    await untilTaken(out);
  }
  sheet.commit();
  await book.commit();
}

function begin(book: stream.xlsx.WorkbookWriter, name: string, columns: readonly SheetColumn[]): Worksheet {
  // these five may not stand in a sheet's name, nor more than 31 signs
  const sheet = book.addWorksheet(name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ header, width, time }) => ({
    header,
    width,
    ...(time ? { style: { numFmt: FORMATS[time] } } : {}),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  return sheet;
}

/** The zip is packed beside us: waits until whoever reads has taken what is done, or has gone. */
async function untilTaken(out: PassThrough): Promise<void> {
  await breathe();
  if (out.destroyed) throw new Error('nobody reads any more');
  if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
}

function valueOf(cell: Cell): unknown {
  if (cell === null || typeof cell !== 'object') return cell;
  const wall = 'day' in cell ? `${cell.day}T00:00:00` : cell.wall;
  return epochOf(`${wall}Z` as Instant) / DAY + DAYS_TO_1970;
}
