import type { Context } from '../../platform/context.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Download } from '../../platform/http/route.ts';
import type { SheetRow } from '../../platform/sheets/read-sheet.ts';
import { csvOf } from '../../platform/sheets/csv.ts';
import { xlsxOf } from '../../platform/sheets/xlsx.ts';
import { languageOfActor } from '../../organisation/finder.ts';
import { words } from '../list-out.ts';
import { LISTS_IN_BY_RIGHT } from './keys.ts';
import { listIn } from './lists-in.ts';

const EXAMPLE = words('Example', '示例', '範例');
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file as it may come in: every column there is, in the reader's words, and two rows that would be read. */
export async function exampleOf(
  context: Context,
  key: string,
  { format }: { format: 'csv' | 'xlsx' },
): Promise<Download> {
  const list = listIn(key);
  orForbid(can(context.actor, LISTS_IN_BY_RIGHT[list.key], {}));
  const language = await languageOfActor(context);
  const columns = list.fields.map(({ name, required }) => ({
    header: `${name[language]}${required ? '*' : ''}`,
    width: 16,
  }));
  const ofHouse = (await list.examples?.(context, language)) ?? {};
  const rows: SheetRow[] = [0, 1].map((at) => list.fields.map((field) => (ofHouse[field.key] ?? field.examples)[at]!));
  const title = `${list.name[language]} ${EXAMPLE[language]}`;
  const batches = once(rows);
  const chunks = format === 'csv' ? csvOf(columns, batches) : xlsxOf(title, columns, batches);
  return { name: `${title}.${format}`, type: TYPES[format], size: null, inline: false, chunks };
}

async function* once(rows: SheetRow[]): AsyncGenerator<SheetRow[]> {
  yield rows;
}
