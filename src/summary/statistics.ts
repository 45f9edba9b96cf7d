import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import type { Field } from '../pack/format.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Counted, Statistics } from './summary.ts';

export type Span = {
  centre_id: Id<'centre'>;
  from_at: Instant;
  until_at: Instant;
  /** Only what belongs to this department; left out or null: the whole centre. */
  department?: Id<'department'> | null;
};
type Complaint = {
  before: boolean;
  severity: string | null;
  department_id: string | null;
  fields: Record<string, unknown>;
  open: boolean;
};
type Ended = { before: boolean; n: number; satisfied: number | null; answers: number };
type Owed = { before: boolean; kept: number; of: number };

/** The kinds that count as complaints, and their fields with choices. */
export async function complaintKinds(context: Context): Promise<{ keys: string[]; choices: Field[] }> {
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.type === 'complaint');
  const choices = kinds.flatMap(({ kind }) => kind.fields).filter((field) => field.type === 'choice');
  return { keys: kinds.map(({ key }) => key), choices: [...new Map(choices.map((one) => [one.key, one])).values()] };
}

function opened(context: Context, keys: string[], span: Span, since: Instant) {
  return sql<Complaint>`
    select opened_at < ${span.from_at}::timestamptz as before, severity, department_id, fields, closed_at is null as open
    from ticket where kind = any(${keys}) and centre_id = ${span.centre_id} and opened_at >= ${since}::timestamptz
      and opened_at < ${span.until_at}::timestamptz and closed_as is distinct from 'duplicate'`.execute(context.tx);
}

function ended(context: Context, keys: string[], span: Span, since: Instant) {
  return sql<Ended>`
    select closed_at < ${span.from_at}::timestamptz as before, count(*)::int as n, sum(satisfaction)::int as satisfied,
      count(satisfaction)::int as answers
    from ticket where kind = any(${keys}) and centre_id = ${span.centre_id} and stage_class = 'closed'
      and closed_at >= ${since}::timestamptz and closed_at < ${span.until_at}::timestamptz group by 1`.execute(
    context.tx,
  );
}

/** What fell due in the week and is still owed counts against it. */
function promises(context: Context, keys: string[], span: Span, since: Instant) {
  return sql<Owed>`
    select c.due_at < ${span.from_at}::timestamptz as before, count(*) filter (where c.outcome = 'kept')::int as kept,
      count(*)::int as of
    from commitment c join ticket t on t.id = c.ticket_id
    where t.kind = any(${keys}) and t.centre_id = ${span.centre_id} and c.due_at >= ${since}::timestamptz
      and c.due_at < ${span.until_at}::timestamptz and c.state in ('kept', 'late', 'running') group by 1`.execute(
    context.tx,
  );
}

/** The figures of one week's complaints, beside those of the week before. */
export async function statisticsOf(context: Context, span: Span): Promise<Statistics> {
  const since = plus(span.from_at, -7 * DAY);
  const { keys, choices } = await complaintKinds(context);
  const ins = (await opened(context, keys, span, since)).rows;
  const outs = (await ended(context, keys, span, since)).rows;
  const owed = (await promises(context, keys, span, since)).rows;
  const of = <Row extends { before: boolean }>(rows: Row[], before: boolean) =>
    rows.find((row) => row.before === before);
  const share = (row: Owed | undefined) => ({ n: row?.kept ?? 0, of: row?.of ?? 0 });
  return {
    opened: counted(ins),
    closed: { n: of(outs, false)?.n ?? 0, before: of(outs, true)?.n ?? 0 },
    stillOpen: ins.filter((row) => !row.before && row.open).length,
    bySeverity: grouped(ins, (row) => row.severity ?? 'ordinary').map(([severity, n]) => ({ severity, ...n })),
    byDepartment: grouped(ins, (row) => row.department_id).map(([departmentId, n]) => ({ departmentId, ...n })),
    byChoice: choices.map(({ key }) => ({
      field: key,
      counts: grouped(ins, (row) => textOf(row.fields[key])).map(([choice, n]) => ({ choice, ...n })),
    })),
    kept: { ...share(of(owed, false)), before: share(of(owed, true)) },
    satisfaction: {
      average: averageOf(of(outs, false)),
      answers: of(outs, false)?.answers ?? 0,
      before: averageOf(of(outs, true)),
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function averageOf(row: Ended | undefined): number | null {
  return row && row.answers > 0 ? (row.satisfied ?? 0) / row.answers : null;
}

function counted(rows: readonly { before: boolean }[]): Counted {
  const before = rows.filter((row) => row.before).length;
  return { n: rows.length - before, before };
}

/** Most first, this week's number before that of the week before. */
function grouped(rows: Complaint[], by: (row: Complaint) => string | null): [string, Counted][] {
  const groups = Map.groupBy(rows, by);
  return [...groups]
    .flatMap(([key, own]): [string, Counted][] => (key === null ? [] : [[key, counted(own)]]))
    .sort(([a, one], [b, other]) => other.n - one.n || other.before - one.before || (a < b ? -1 : 1));
}
