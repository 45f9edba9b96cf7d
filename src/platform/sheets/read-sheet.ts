import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Invalid } from '../../kernel/refusal.ts';
import { orTooLargeUnpacked } from './unpacked.ts';

/** A row of a sheet, every cell as text. */
export type SheetRow = string[];

const XLSX = Buffer.from('PK\u0003\u0004', 'latin1');
/** Excel before 2007, and nothing we read. */
const XLS = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const UTF16 = Buffer.from([0xff, 0xfe]);
const PIECE = 64 * 1024;
/** How often a workbook is begun before it counts as one that cannot be read. */
const ATTEMPTS = 4;

/** The rows of a CSV file or of a workbook's first sheet, one by one: in the encoding and with the separator it turns out to have. */
export async function* readSheet(bytes: Buffer): AsyncGenerator<SheetRow> {
  if (bytes.length === 0) throw new Invalid('import.file_empty', { path: 'file' });
  if (bytes.subarray(0, 4).equals(XLS)) throw new Invalid('import.file_is_xls', { path: 'file' });
  const rows = bytes.subarray(0, 4).equals(XLSX) ? rowsWithPatience(bytes) : rowsOfText(bytes);
  try {
    for await (const row of rows) yield row;
  } catch (fault) {
    if (fault instanceof Invalid) throw fault;
    throw new Invalid('import.file_unreadable', { path: 'file' });
  }
}

/** ExcelJS loses what names the sheets about once in a thousand sound workbooks on a busy machine: what failed before its first row is begun anew. */
async function* rowsWithPatience(bytes: Buffer): AsyncGenerator<SheetRow> {
  for (let attempt = 1; ; attempt += 1) {
    let begun = false;
    try {
      for await (const row of rowsOfBook(bytes)) {
        begun = true;
        yield row;
      }
      return;
    } catch (fault) {
      if (begun || attempt === ATTEMPTS || fault instanceof Invalid) throw fault;
    }
  }
}

async function* rowsOfBook(bytes: Buffer): AsyncGenerator<SheetRow> {
  await orTooLargeUnpacked(bytes);
  const { default: excel } = await import('exceljs');
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  });
  for await (const sheet of reader) {
    let next = 1;
    for await (const row of sheet) {
      // empty rows are not in the file; they count all the same
      for (; next < row.number; next += 1) yield [];
      next += 1;
      const values = row.values as unknown[];
      yield Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => textOf(values[at + 1]));
    }
    return;
  }
}

/** A day of a sheet knows no zone: it is read as it is shown. */
function dayText(value: { toISOString(): string }): string {
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

type Rich = { toISOString?(): string; richText?: { text: string }[]; text?: unknown; result?: unknown };

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return clean(String(value));
  const rich = value as Rich;
  if (rich.toISOString) return dayText(rich as { toISOString(): string });
  if (rich.richText) return clean(rich.richText.map(({ text }) => text).join(''));
  return textOf(rich.text ?? rich.result ?? '');
}

/** Without the apostrophe that keeps a text from being taken for a formula, as `csvCell` puts it. */
function clean(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '').trim();
}

async function* rowsOfText(bytes: Buffer): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, PIECE)).split(/\r?\n/, 1)[0] ?? '';
  const parser = Readable.from(decoded(bytes, encoding)).pipe(
    parse({ bom: true, delimiter: separatorOf(head), relax_column_count: true, relax_quotes: true }),
  );
  for await (const row of parser as AsyncIterable<string[]>) yield row.map(clean);
}

/** UTF-8 where all of it is; else what Chinese Windows writes. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'gb18030' {
  if (bytes.subarray(0, 2).equals(UTF16)) return 'utf-16le';
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) strict.decode(bytes.subarray(at, at + PIECE), { stream: true });
    strict.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

function separatorOf(head: string): string {
  const count = (sign: string): number => head.split(sign).length;
  return ['\t', ';'].find((sign) => count(sign) > count(',')) ?? ',';
}
