import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { LineSort } from './daily-record.ts';
import { LINE_SORTS, OWED_AS, whyNotAcknowledge, whyNotHandOver, whyNotWrite } from './daily-record.ts';
import type { DailyRecord } from './facts.ts';
import { drawUp, MOST_LINES, whyNotKeep } from './facts.ts';
import { ownDepartments, recordLine, recordRows, seesWhole } from './list.ts';
import type { DailyHandoverTable } from './table.ts';
import type { dailyRecordPageOut } from './view.ts';

type View = z.input<typeof dailyRecordPageOut>;
type Part = View['departments'][number];
type Names = ReadonlyMap<string, string>;
type Line = {
  id: Id<'daily_line'> | null;
  department_id: Id<'department'>;
  sort: LineSort;
  ticket_id: Id<'ticket'> | null;
  text: string | null;
  by_id: Id<'person'> | null;
};
type Handed = Selectable<DailyHandoverTable> & { due_at: Instant | null };

/** One day's problems by department: drawn up anew until it is handed over, then as it was. */
export async function dailyRecordPage(context: Context, id: Id<'daily_record'>): Promise<View> {
  const [row] = await recordRows(context, sql`r.id = ${id}`, 1);
  if (!row) throw new NotFound('daily_record.unknown');
  const whole = seesWhole(context, row.centre_id);
  const lines = await linesOf(context, row);
  const names = await personNames(context);
  const keep = whyNotKeep(context, row);
  const parts = await partsOf(context, row, lines, keep ?? whyNotWrite(row), names);
  const own = ownDepartments(context) as string[];
  const known = [...(await departments(context)).values()];
  return {
    ...recordLine(row, names),
    remark: row.remark,
    departments: whole ? parts : parts.filter((part) => own.includes(part.department.id)),
    choices: known
      .filter((one) => one.centre_id === row.centre_id && one.closed_at === null)
      .map(({ id: departmentId, name }) => ({ id: departmentId, name })),
    more: lines.length >= MOST_LINES,
    can: { write: keep ?? whyNotWrite(row), hand_over: keep ?? whyNotHandOver(row, context.now) },
  };
}

async function linesOf(context: Context, record: DailyRecord): Promise<Line[]> {
  const kept = await context.tx
    .selectFrom('daily_line')
    .select(['id', 'department_id', 'sort', 'ticket_id', 'text', 'by_id'])
    .where('record_id', '=', record.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  if (record.handed_at !== null) return kept;
  const drawn = (await drawUp(context, record)).map((line) => ({
    id: null,
    department_id: line.departmentId,
    sort: line.sort,
    ticket_id: line.ticketId,
    text: null,
    by_id: null,
  }));
  return [...drawn, ...kept];
}

async function partsOf(
  context: Context,
  record: DailyRecord,
  lines: readonly Line[],
  write: Refusal | null,
  names: Names,
): Promise<Part[]> {
  const known = await departments(context);
  const tickets = await ticketsOf(context, lines);
  const handed = await handedOf(context, record.id);
  const concerned = [...known.values()].filter((one) => lines.some((line) => line.department_id === one.id));
  return concerned.map(({ id, name }) => {
    const mine = lines.filter((line) => line.department_id === id);
    const part = handed.find((one) => one.department_id === id);
    const thing = { people: [part?.addressee_id ?? null], departments: [id], centreId: record.centre_id };
    const held = part ? whyNotAcknowledge(part) : { code: 'daily_record.no_part' };
    return {
      department: { id, name },
      lines: LINE_SORTS.flatMap((sort) =>
        mine.filter((line) => line.sort === sort).map((line) => lineOf(line, tickets, write, names)),
      ),
      addressee: named(names, part?.addressee_id ?? null),
      dueAt: part?.due_at ?? null,
      acknowledgedAt: part?.acknowledged_at ?? null,
      acknowledgedBy: named(names, part?.acknowledged_by_id ?? null),
      can: { acknowledge: can(context.actor, 'rectification.answer', thing) ?? held },
    };
  });
}

type Ticket = { id: Id<'ticket'>; number: number; title: string; opened_at: Instant };

function lineOf(
  line: Line,
  tickets: ReadonlyMap<string, Ticket>,
  write: Refusal | null,
  names: Names,
): Part['lines'][number] {
  const ticket = line.ticket_id === null ? undefined : tickets.get(line.ticket_id);
  return {
    id: line.id,
    sort: line.sort,
    ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
    openedAt: ticket?.opened_at ?? null,
    text: line.text,
    by: named(names, line.by_id),
    can: { remove: line.by_id === null ? { code: 'daily_record.line_unknown' } : write },
  };
}

async function ticketsOf({ tx }: Context, lines: readonly Line[]): Promise<Map<string, Ticket>> {
  const ids = lines.flatMap((line) => line.ticket_id ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('ticket')
    .select(['id', 'number', 'title', 'opened_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function handedOf({ tx }: Context, id: Id<'daily_record'>): Promise<Handed[]> {
  const { rows } = await sql<Handed>`
    select h.*, c.due_at from daily_handover h left join commitment c
      on c.subject_id = h.record_id and c.kind = ${OWED_AS.handover} and c.department_id = h.department_id
    where h.record_id = ${id}`.execute(tx);
  return rows;
}
