import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { distinctPhones, maskPhone } from '../kernel/text/mask.ts';
import type { Words } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { stateOf } from '../rectification/rectification.ts';
import { thingOfVisit } from './facts.ts';
import type { VisitRow } from './rows.ts';
import { visitLines, visitRows } from './rows.ts';
import type { visitPageOut } from './view.ts';

type View = z.input<typeof visitPageOut>;

/** One visit with its slip: whom to call, what was tried, what was said, what came of it. */
export async function visitPage(context: Context, visitId: Id<'return_visit'>): Promise<View> {
  const { rows } = await visitRows(
    context,
    {
      from: sql`return_visit v join ticket t on t.id = v.ticket_id`,
      sort: sql`v.created_at as sort_at, v.id as sort_id`,
      where: sql`v.id = ${visitId}`,
      order: sql`v.id`,
    },
    1,
  );
  const [row] = rows;
  if (!row) throw new NotFound('return_visit.unknown');
  orForbid(can(context.actor, 'return_visit.see', thingOfVisit(row, row)));
  const [line] = await visitLines(context, [row]);
  return {
    ...line!,
    version: await versionOf(context.tx, row.id),
    phones: await phonesOf(context, row),
    tries: await triesOf(context, row),
    resultTold: row.result_told_by_head,
    faultDepartment: await departmentOf(context, row.fault_department_id),
    ...(await cameOf(context, row)),
  };
}

async function departmentOf(context: Context, id: VisitRow['fault_department_id']): Promise<View['faultDepartment']> {
  if (id === null) return null;
  const row = await context.tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id: row.id, name: row.name as Words };
}

async function phonesOf(context: Context, row: VisitRow): Promise<string[]> {
  const ticket = await context.tx
    .selectFrom('ticket')
    .select('caller_phone')
    .where('id', '=', row.ticket_id)
    .executeTakeFirstOrThrow();
  const own =
    row.customer_id === null
      ? []
      : await context.tx
          .selectFrom('customer_phone')
          .select('digits')
          .where('customer_id', '=', row.customer_id as Id<'customer'>)
          .orderBy('first', 'desc')
          .execute();
  const known = [ticket.caller_phone ?? '', ...own.map((phone) => phone.digits)].filter(Boolean);
  const phones = distinctPhones(known).map(dialled);
  const whole = can(context.actor, 'customer.see_phone', thingOfVisit(row, row)) === null;
  return whole ? phones : phones.map(maskPhone);
}

async function triesOf(context: Context, row: VisitRow): Promise<View['tries']> {
  const tries = await context.tx
    .selectFrom('return_visit_attempt')
    .innerJoin('person', 'person.id', 'return_visit_attempt.by_id')
    .select(['no', 'at', 'by_id', 'person.name', 'channel', 'reached', 'note'])
    .where('visit_id', '=', row.id)
    .orderBy('no')
    .execute();
  return tries.map(({ by_id, name, ...rest }) => ({ ...rest, by: { id: by_id, name } }));
}

type Came = Pick<View, 'demands' | 'promised' | 'notice'>;

/** What followed: new tickets and a promised reply, as the journal names them; and the notice. */
async function cameOf(context: Context, row: VisitRow): Promise<Came> {
  const made = await context.tx
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', row.id)
    .where('type', '=', 'return_visit.made')
    .executeTakeFirst();
  const { demands = [], promise = null } = (made?.data ?? {}) as { demands?: Id<'ticket'>[]; promise?: string | null };
  return {
    demands: await ticketsNamed(context, demands),
    promised: await promiseNamed(context, promise),
    notice: await noticeOf(context, row),
  };
}

async function ticketsNamed(context: Context, ids: Id<'ticket'>[]): Promise<Came['demands']> {
  if (ids.length === 0) return [];
  return context.tx
    .selectFrom('ticket')
    .select(['id', 'number', 'title'])
    .where('id', 'in', ids)
    .orderBy('number')
    .execute();
}

async function promiseNamed(context: Context, id: string | null): Promise<Came['promised']> {
  if (id === null) return null;
  const row = await context.tx
    .selectFrom('commitment')
    .select(['id', 'words', 'due_at as dueAt', 'state'])
    .where('id', '=', id as Id<'commitment'>)
    .executeTakeFirst();
  return row ?? null;
}

async function noticeOf(context: Context, row: VisitRow): Promise<Came['notice']> {
  const notice = await context.tx
    .selectFrom('rectification')
    .selectAll()
    .where('visit_id', '=', row.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return notice ? { id: notice.id, number: notice.number, state: stateOf(notice) } : null;
}
