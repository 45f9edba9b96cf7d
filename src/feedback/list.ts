import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { noticeScope } from '../rectification/scope.ts';
import { whyNotAnswer } from './feedback.ts';
import type { FeedbackQuery } from './inputs.ts';
import type { FeedbackTable } from './table.ts';
import type { feedbackOut } from './view.ts';

type Ticket = { id: string; number: number; title: string };
type Row = Selectable<FeedbackTable> & { due_at: Instant | null; tickets: Ticket[] };
type View = z.input<typeof feedbackOut>;

function conditions(context: Context, query: FeedbackQuery): RawBuilder<unknown>[] {
  const me = context.actor.personId;
  const wanted = [noticeScope(context, sql`(f.addressee_id = ${me} or f.by_id = ${me})`)];
  if (query.sort) wanted.push(sql`f.sort = ${query.sort}`);
  if (query.state === 'open') wanted.push(sql`f.answered_at is null`);
  if (query.state === 'answered') wanted.push(sql`f.answered_at is not null`);
  if (query.department) wanted.push(sql`f.department_id = ${query.department}`);
  if (query.mine)
    wanted.push(
      sql`exists (select from commitment o where o.subject_id = f.id and o.settled_at is null and o.owner_id = ${me})`,
    );
  if (query.ticket)
    wanted.push(
      sql`exists (select from feedback_ticket x where x.feedback_id = f.id and x.ticket_id = ${query.ticket})`,
    );
  if (query.from) wanted.push(sql`f.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`f.at < ${query.until}::timestamptz`);
  return wanted;
}

/** What went back to departments and heads, the newest first, each with its answer (COMP-18, VISIT-23). */
export async function listFeedback(context: Context, query: FeedbackQuery): Promise<View> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(f.at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select f.*, (select c.due_at from commitment c where c.subject_id = f.id order by c.started_at limit 1) as due_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) order by t.opened_at desc), '[]')
        from feedback_ticket x join ticket t on t.id = x.ticket_id where x.feedback_id = f.id) as tickets
    from feedback f join department d on d.id = f.department_id
    where ${sql.join(wanted, sql` and `)} order by f.at desc, f.id desc limit ${query.limit + 1}`.execute(context.tx);
  const [names, known] = [await personNames(context), await departments(context)];
  return page(
    rows,
    query.limit,
    (row) => lineOf(context, row, names, known),
    (row) => cursorOf(row.at, row.id),
  );
}

function lineOf(
  context: Context,
  row: Row,
  names: ReadonlyMap<string, string>,
  known: Awaited<ReturnType<typeof departments>>,
): View['items'][number] {
  const { department_id: department, centre_id: centreId, addressee_id: addressee } = row;
  const thing = { people: [addressee], departments: [department], centreId };
  return {
    id: row.id,
    sort: row.sort,
    department: { id: department, name: known.get(department)!.name },
    addressee: named(names, addressee),
    text: row.text,
    by: named(names, row.by_id),
    at: row.at,
    dueAt: row.due_at,
    visitId: row.visit_id,
    tickets: row.tickets,
    answeredAt: row.answered_at,
    answeredBy: named(names, row.answered_by_id),
    reply: row.reply,
    can: { answer: can(context.actor, 'rectification.answer', thing) ?? whyNotAnswer(row, null) },
  };
}
