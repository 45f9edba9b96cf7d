import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentIdAndSeq } from '../platform/http/cursor.ts';
import { DEPARTMENT_ANSWER } from '../proposal/proposal.ts';
import type { Became } from '../proposal/proposal.ts';
import type { FindingsQuery } from './inputs.ts';
import type { Way } from './plan.ts';
import { roundScope } from './scope.ts';
import type { findingLineOut, roundFindingsOut } from './view-findings.ts';

type Row = {
  round_id: string;
  plan_id: string;
  plan_name: Words;
  line: string;
  point: Words | null;
  area: Words | null;
  note: string;
  way: Way | null;
  measures: string;
  reported_to_id: string | null;
  by_id: string;
  at: Instant;
  seq: number;
  place_id: string | null;
  place_code: string | null;
  place_name: string | null;
  ticket_id: string | null;
  number: number | null;
  title: string | null;
  settled: boolean;
  department_id: Id<'department'> | null;
  answer_due: Instant | null;
  became: Became | null;
  answer: string | null;
  answered_by_id: string | null;
  answered_at: Instant | null;
};

const ANSWER_OPEN = sql`pp.id is not null and pp.answered_at is null`;

function conditions(context: Context, query: FindingsQuery): RawBuilder<unknown>[] {
  const answers = {
    waiting: ANSWER_OPEN,
    late: sql`${ANSWER_OPEN} and c.due_at < ${context.now}::timestamptz`,
    answered: sql`pp.answered_at is not null`,
  };
  const wanted = [roundScope(context)];
  if (query.plan) wanted.push(sql`x.plan_id = ${query.plan}`);
  if (query.line) wanted.push(sql`x.line = ${query.line}`);
  if (query.way) wanted.push(sql`x.way = ${query.way}`);
  if (query.person) wanted.push(sql`x.by_id = ${query.person}`);
  if (query.reportedTo) wanted.push(sql`x.reported_to_id = ${query.reportedTo}`);
  if (query.department) wanted.push(sql`pp.department_id = ${query.department}`);
  if (query.answer) wanted.push(answers[query.answer]);
  if (query.place) wanted.push(sql`r.place_id = ${query.place}`);
  if (query.from) wanted.push(sql`x.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`x.at < ${query.until}::timestamptz`);
  return wanted;
}

/**
 * Everything found out of order on rounds as it stands, the newest first: at which point, what was done about it (PTRL-03), and what the
 * department answered where it was suggested to one (PTRL-01). Along `round_finding_newest`.
 */
export async function listRoundFindings(
  context: Context,
  query: FindingsQuery,
): Promise<z.input<typeof roundFindingsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentIdAndSeq(query.after);
  if (after)
    wanted.push(sql`(x.at, x.round_id, x.seq) < (${after.at}::timestamptz, ${after.id}::uuid, ${after.seq}::int)`);
  const { rows } = await sql<Row>`
    select x.round_id, x.plan_id, v.content->'name' as plan_name, x.line, k.line->'name' as point, k.line->'area' as area,
      x.note, x.way, x.measures, x.reported_to_id, x.by_id, x.at, x.seq,
      r.place_id, pl.code as place_code, pl.name as place_name, x.ticket_id, t.number, t.title,
      coalesce(t.stage_class in ('resolved', 'closed', 'cancelled'), true) as settled,
      pp.department_id, c.due_at as answer_due, pp.became, pp.answer, pp.answered_by_id, pp.answered_at
    from round_result x join round r on r.id = x.round_id
    join round_plan_version v on v.plan_id = r.plan_id and v.version = r.version
    left join lateral (select l as line from jsonb_array_elements(v.content->'lines') l where l->>'key' = x.line) k on true
    left join place pl on pl.id = r.place_id left join ticket t on t.id = x.ticket_id
    left join lateral (select * from proposal_pass p where p.ticket_id = x.ticket_id and x.way = 'suggested'
      order by p.passed_at limit 1) pp on true
    left join lateral (select o.due_at from commitment o where o.subject_id = pp.ticket_id and o.kind = ${DEPARTMENT_ANSWER}
      order by o.started_at limit 1) c on true
    where x.result = 'fault' and ${sql.join(wanted, sql` and `)}
      and not exists (select from round_result y where y.round_id = x.round_id and y.line = x.line and y.no > x.no)
    order by x.at desc, x.round_id desc, x.seq desc limit ${query.limit + 1}`.execute(context.tx);
  const [names, known] = [await personNames(context), await departments(context)];
  return page(
    rows,
    query.limit,
    (row) => lineOf(context, row, names, known),
    (row) => cursorOf(row.at, row.round_id, row.seq),
  );
}

function lineOf(
  { now }: Context,
  row: Row,
  names: ReadonlyMap<string, string>,
  known: Parameters<typeof departmentNamed>[0],
): z.input<typeof findingLineOut> {
  return {
    roundId: row.round_id,
    plan: { id: row.plan_id, name: row.plan_name },
    line: row.line,
    area: row.area,
    point: row.point ?? { en: row.line, 'zh-hans': row.line, 'zh-hant': row.line },
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code!, name: row.place_name! },
    note: row.note,
    way: row.way,
    measures: row.measures,
    reportedTo: named(names, row.reported_to_id),
    by: named(names, row.by_id)!,
    at: row.at,
    followUp: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number!, title: row.title! },
    settled: row.settled,
    answer:
      row.department_id === null
        ? null
        : {
            department: departmentNamed(known, row.department_id),
            dueAt: row.answer_due,
            isLate: row.answered_at === null && row.answer_due !== null && row.answer_due < now,
            became: row.became,
            words: row.answer,
            by: named(names, row.answered_by_id),
            at: row.answered_at,
          },
  };
}
