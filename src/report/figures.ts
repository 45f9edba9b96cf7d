import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';
import { Invalid } from '../kernel/refusal.ts';
import { commitmentNames } from '../commitment/names.ts';
import { owedOpenly } from '../commitment/openly.ts';
import { departments } from '../organisation/house.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Figures, FiguresQuery } from './figures-shapes.ts';

type Period = { from: Instant; until: Instant; department: string | undefined };

const ofDepartment = (period: Period, column: string) =>
  period.department === undefined ? sql`true` : sql`${sql.ref(column)} = ${period.department}::uuid`;

type Opened = { kind: string; opened: number; reopened: number; answered: number };

function opened(context: Context, period: Period) {
  return sql<Opened>`
    select kind, count(*)::int as opened, count(*) filter (where reopened_count > 0)::int as reopened,
      count(*) filter (where answered_at is not null)::int as answered
    from ticket where opened_at >= ${period.from}::timestamptz and opened_at < ${period.until}::timestamptz
      and ${ofDepartment(period, 'department_id')}
    group by kind`.execute(context.tx);
}

type Closed = { kind: string; stage_class: string; n: number; satisfied: number | null; answers: number };

function closed(context: Context, period: Period) {
  return sql<Closed>`
    select kind, stage_class, count(*)::int as n, sum(satisfaction)::int as satisfied, count(satisfaction)::int as answers
    from ticket where closed_at >= ${period.from}::timestamptz and closed_at < ${period.until}::timestamptz
      and ${ofDepartment(period, 'department_id')}
    group by kind, stage_class`.execute(context.tx);
}

type Promises = { kind: string; department_id: string | null; kept: number; late: number; open: number };

/** A promise counts in the period in which it fell due: what is still owed then counts against it. */
function promises(context: Context, period: Period) {
  return sql<Promises>`
    select kind, department_id, count(*) filter (where outcome = 'kept')::int as kept, count(*) filter (where outcome = 'late')::int as late,
      count(*) filter (where settled_at is null and state = 'running' and due_at < ${context.now}::timestamptz)::int as open
    from commitment where due_at >= ${period.from}::timestamptz and due_at < ${period.until}::timestamptz and kind <> 'reminder' and ${owedOpenly(sql`subject_type`)}
      and ${ofDepartment(period, 'department_id')}
    group by kind, department_id`.execute(context.tx);
}

async function visits(context: Context, period: Period): Promise<Figures['visits']> {
  const rows = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from return_visit
    where created_at >= ${period.from}::timestamptz and created_at < ${period.until}::timestamptz
      and ${ofDepartment(period, 'department_id')} group by state`.execute(context.tx);
  const of = (state: string): number => rows.rows.find((row) => row.state === state)?.n ?? 0;
  return { made: of('made'), declined: of('declined'), unreachable: of('unreachable'), due: of('due') };
}

async function severities(context: Context, period: Period): Promise<Figures['severities']> {
  const rows = await sql<{ severity: string; n: number }>`
    select severity, count(*)::int as n from ticket
    where opened_at >= ${period.from}::timestamptz and opened_at < ${period.until}::timestamptz and severity is not null
      and ${ofDepartment(period, 'department_id')} group by severity order by severity`.execute(context.tx);
  return rows.rows;
}

const sum = <Row>(rows: Row[], value: (row: Row) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

/** The figures of a period. Every share says what it is a share of; time is that of the thing itself, not of its report. */
export async function readFigures(context: Context, query: FiguresQuery): Promise<Figures> {
  const period: Period = { from: query.from, until: query.until, department: query.department };
  if (query.until <= query.from) throw new Invalid('period.ends_before_it_begins', { path: 'until' });
  const [ins, outs, owed] = [
    await opened(context, period),
    await closed(context, period),
    await promises(context, period),
  ];
  const settled = outs.rows.filter((row) => row.stage_class === 'closed');
  const answers = sum(settled, (row) => row.answers);
  const kept = sum(owed.rows, (row) => row.kept);
  return {
    from: query.from,
    until: query.until,
    opened: sum(ins.rows, (row) => row.opened),
    closed: sum(settled, (row) => row.n),
    cancelled: sum(outs.rows, (row) => row.n) - sum(settled, (row) => row.n),
    reopened: { n: sum(ins.rows, (row) => row.reopened), of: sum(ins.rows, (row) => row.opened) },
    answeredBeforeEnd: { n: sum(ins.rows, (row) => row.answered), of: sum(ins.rows, (row) => row.opened) },
    kept: { n: kept, of: sum(owed.rows, (row) => row.kept + row.late + row.open) },
    keptByKind: await byCommitment(context, owed.rows),
    byKind: await byKind(context, ins.rows, settled),
    byDepartment: await byDepartment(context, owed.rows),
    visits: await visits(context, period),
    satisfaction: { average: answers === 0 ? null : sum(settled, (row) => row.satisfied ?? 0) / answers, answers },
    severities: await severities(context, period),
  };
}

async function byCommitment(context: Context, rows: Promises[]): Promise<Figures['keptByKind']> {
  const nameOf = await commitmentNames(context);
  const kinds = Map.groupBy(rows, (row) => row.kind);
  return [...kinds]
    .map(([kind, own]) => ({
      kind,
      name: nameOf(kind),
      kept: sum(own, (row) => row.kept),
      late: sum(own, (row) => row.late),
      open: sum(own, (row) => row.open),
    }))
    .sort((one, other) => other.late + other.open - (one.late + one.open));
}

async function byKind(context: Context, ins: Opened[], outs: Closed[]): Promise<Figures['byKind']> {
  const kinds = await currentKinds(context);
  return kinds
    .map(({ key, kind }) => {
      const answers = sum(
        outs.filter((row) => row.kind === key),
        (row) => row.answers,
      );
      const satisfied = sum(
        outs.filter((row) => row.kind === key),
        (row) => row.satisfied ?? 0,
      );
      return {
        kind: key,
        name: kind.name,
        opened: sum(
          ins.filter((row) => row.kind === key),
          (row) => row.opened,
        ),
        closed: sum(
          outs.filter((row) => row.kind === key),
          (row) => row.n,
        ),
        satisfaction: answers === 0 ? null : satisfied / answers,
      };
    })
    .filter((row) => row.opened + row.closed > 0);
}

async function byDepartment(context: Context, rows: Promises[]): Promise<Figures['byDepartment']> {
  const inOrder = [...(await departments(context)).values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  return inOrder.map(({ id, name }) => {
    const own = rows.filter((row) => row.department_id === id);
    return {
      id,
      name,
      kept: sum(own, (row) => row.kept),
      late: sum(own, (row) => row.late + row.open),
    };
  });
}
