import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import type { Tx } from '../platform/tx.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { CentreTable, DepartmentTable } from './table.ts';

type From = { tx: Tx };
export type Department = Pick<DepartmentTable, 'id' | 'key' | 'centre_id' | 'calendar_id' | 'closed_at'> & {
  name: Words;
  outsideFirm: boolean;
};
export type Centre = Pick<CentreTable, 'id' | 'zone' | 'phone' | 'reception_calendar_id'>;

/** Every department, closed ones too. */
export const departments = houseFact(async ({ tx }: From): Promise<ReadonlyMap<Id<'department'>, Department>> => {
  const rows = await tx
    .selectFrom('department')
    .select(['id', 'key', 'centre_id', 'calendar_id', 'closed_at', 'name', 'outside_firm as outsideFirm'])
    .execute();
  return byId(rows.map((row) => ({ ...row, name: row.name as Words })));
});

/** Every centre, in the order in which they were founded. */
export const centres = houseFact(async ({ tx }: From): Promise<ReadonlyMap<Id<'centre'>, Centre>> =>
  byId(await tx.selectFrom('centre').select(['id', 'zone', 'phone', 'reception_calendar_id']).orderBy('id').execute()),
);

export type Post = { id: Id<'post'>; key: string; name: Words };

/** Every post, closed ones too. */
export const posts = houseFact(async ({ tx }: From): Promise<ReadonlyMap<Id<'post'>, Post>> => {
  const rows = await tx.selectFrom('post').select(['id', 'key', 'name']).execute();
  return byId(rows.map((row) => ({ ...row, name: row.name as Words })));
});

/** Calendars by their keys. */
export const calendarKeys = houseFact(async ({ tx }: From): Promise<ReadonlyMap<string, Id<'calendar'>>> => {
  const rows = await tx.selectFrom('calendar').select(['id', 'key']).execute();
  return new Map(rows.map((row) => [row.key, row.id]));
});

/** What everybody is called who works here or ever did. */
export const personNames = houseFact(async ({ tx }: From): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.selectFrom('person').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
});

export type Names = ReadonlyMap<string, string>;

export function named(names: Names, id: string): { id: string; name: string };
export function named(names: Names, id: string | null): { id: string; name: string } | null;
export function named(names: Names, id: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

export function departmentNamed(
  known: ReadonlyMap<Id<'department'>, Department>,
  id: Id<'department'> | null,
): Pick<Department, 'id' | 'name'> | null {
  const found = id === null ? undefined : known.get(id);
  return found ? { id: found.id, name: found.name } : null;
}

/** The organisation's first centre: where somebody works whose posts stand above all centres. */
export async function firstCentre(from: From): Promise<Centre> {
  const [first] = (await centres(from)).values();
  if (!first) throw new Error('an organisation without a centre');
  return first;
}

function byId<Row extends { id: string }>(rows: Row[]): ReadonlyMap<Row['id'], Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
