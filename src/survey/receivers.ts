import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { anywhere } from '../kernel/text/like.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { page } from '../platform/http/cursor.ts';
import { roundSeen } from './facts.ts';
import type { ReceiversQuery } from './inputs.ts';
import type { IssueWay, ReceiverState, ReturnWay } from './survey.ts';
import { OWED } from './survey.ts';
import type { receiversOut } from './view.ts';

type Row = {
  id: Id<'survey_receiver'>;
  no: number;
  customer_id: Id<'customer'>;
  name: string;
  code: string;
  again: boolean;
  state: ReceiverState;
  way: IssueWay | null;
  on_day: string | null;
  distributor_id: Id<'person'> | null;
  collector_id: Id<'person'> | null;
  due_at: Instant | null;
  collected_on: string | null;
  remark: string | null;
  answered_by: ReturnWay | null;
  answer_version: number;
};

/** The issue record: to each of those drawn, when, by whom, to be collected by whom, and when it came back (SURV-04). */
export async function listReceivers(context: Context, query: ReceiversQuery): Promise<z.input<typeof receiversOut>> {
  const round = await roundSeen(context, query.survey);
  const wanted = [sql`x.round_id = ${round.id}`];
  if (query.state) wanted.push(sql`x.state = ${query.state}`);
  if (query.q) wanted.push(sql`(c.name ilike ${anywhere(query.q)} or p.code ilike ${anywhere(query.q)})`);
  const after = Number(query.after ?? 0);
  if (Number.isInteger(after)) wanted.push(sql`x.no > ${after}`);
  const { rows } = await sql<Row>`
    select x.id, x.no, x.customer_id, c.name, p.code, x.again, x.state, i.way, i.on_day, i.distributor_id,
      case when x.collected_on is null then i.collector_id else x.collected_by_id end as collector_id,
      (select m.due_at from commitment m where m.subject_id = i.id and m.kind = ${OWED.recover} limit 1) as due_at,
      x.collected_on, x.remark, t.way as answered_by, x.answer_version
    from survey_receiver x join customer c on c.id = x.customer_id join place p on p.id = x.place_id
    left join survey_issue i on i.id = x.issue_id
    left join survey_return t on t.receiver_id = x.id and t.version = x.answer_version
    where ${sql.join(wanted, sql` and `)} order by x.no limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      no: row.no,
      customer: { id: row.customer_id, name: row.name },
      place: row.code,
      again: row.again,
      state: row.state,
      way: row.way,
      handedOutOn: row.on_day,
      distributor: named(names, row.distributor_id),
      collector: named(names, row.collector_id),
      dueAt: row.due_at,
      collectedOn: row.collected_on,
      remark: row.remark,
      answeredBy: row.answered_by,
      answerVersion: row.answer_version,
    }),
    (row) => String(row.no),
  );
}
