/** Without it Excel takes UTF-8 for the machine's own code page, and Chinese for noise. */
export const CSV_MARK = '\uFEFF';

/** A text that a spreadsheet would take for a formula has an apostrophe before it: shown as text, and run by nobody. */
const FORMULA = /^[=+\-@\t\r]/;

export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A field as RFC 4180 writes it. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of texts as a whole file. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map((text) => csvField(harmless(text))).join(',')}\r\n`);
  return CSV_MARK + lines.join('');
}
