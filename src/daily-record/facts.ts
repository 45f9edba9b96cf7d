import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { currentKinds, kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { LineSort } from './daily-record.ts';
import { isInternal, PROBLEMS } from './daily-record.ts';
import type { DailyRecordTable } from './table.ts';

export type DailyRecord = Selectable<DailyRecordTable>;

/** A matter of the day, under the department it stands with. */
export type Drawn = {
  departmentId: Id<'department'>;
  sort: LineSort;
  ticketId: Id<'ticket'>;
};

/** The most a record draws up; an estate opens some dozens a day. */
export const MOST_LINES = 1_000;

export async function lockRecord({ tx }: Context, id: Id<'daily_record'>): Promise<DailyRecord> {
  const found = await tx
    .selectFrom('daily_record')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('daily_record.unknown');
  return found;
}

/** Whoever takes in what customers say at the centre keeps its daily record. */
export function whyNotKeep(
  { actor }: Context,
  { centre_id: centreId, department_id: own }: DailyRecord,
): Refusal | null {
  return can(actor, 'contact.record', { people: [], departments: [own], centreId });
}

/** The department that complaints go to receives what belongs to none, and owes the record. */
export async function receivingDepartment(context: Context, centreId: Id<'centre'>): Promise<Id<'department'> | null> {
  const complaint = (await currentKinds(context)).find(({ kind }) => kind.type === 'complaint');
  if (!complaint) return null;
  const found = await context.tx
    .selectFrom('department')
    .select('id')
    .where('key', '=', complaint.kind.department)
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return found?.id ?? null;
}

type Row = {
  id: Id<'ticket'>;
  kind: string;
  kind_version: number;
  fields: Record<string, unknown>;
  department_id: Id<'department'> | null;
  fresh: boolean;
};

/**
 * The problems of a day as they stand: opened in it, and those from before that are not solved. By the indexes on what was opened
 * last and on what is open at a centre: what was settled long ago costs nothing.
 */
export async function drawUp(context: Context, record: DailyRecord): Promise<Drawn[]> {
  const { centre_id: centreId, from_at: from, until_at: until, department_id: receiving } = record;
  const kinds = (await currentKinds(context)).filter(({ kind }) => PROBLEMS.includes(kind.type)).map(({ key }) => key);
  const { rows } = await sql<Row>`
    select id, kind, kind_version, fields, department_id, true as fresh, opened_at from ticket
    where centre_id = ${centreId} and opened_at >= ${from}::timestamptz and opened_at < ${until}::timestamptz
      and kind = any(${kinds}::text[]) and closed_as is distinct from 'duplicate'
    union all
    select id, kind, kind_version, fields, department_id, false, opened_at from ticket
    where centre_id = ${centreId} and opened_at < ${from}::timestamptz and closed_at is null
      and stage_class <> 'resolved' and kind = any(${kinds}::text[])
    order by fresh desc, opened_at, id limit ${MOST_LINES}`.execute(context.tx);
  const lines: Drawn[] = [];
  for (const row of rows) {
    const kind = await kindOf(context, row.kind, row.kind_version);
    const reported = isInternal(kind, row.fields) ? 'internal' : 'reported';
    lines.push({
      departmentId: row.department_id ?? receiving,
      sort: row.fresh ? reported : 'to_solve',
      ticketId: row.id,
    });
  }
  return lines;
}
