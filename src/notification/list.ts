import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { NameOf } from '../commitment/names.ts';
import { commitmentNames } from '../commitment/names.ts';
import { departmentsNamedIn, peopleNamedIn } from '../organisation/names-in.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { pageQuery } from '../platform/http/shapes.ts';
import type { NotificationsView } from './view.ts';
import type { NotificationType, Param } from './vocabulary.ts';
import { urgencyOf } from './vocabulary.ts';

export const notificationsQuery = z.strictObject({
  ...pageQuery,
  unread: z.stringbool().default(false).describe('Only what I have not read'),
});

type Row = {
  id: Id<'notification'>;
  type: NotificationType;
  subject_type: string;
  subject_id: string;
  params: Record<string, Param>;
  made_at: Instant;
  deliver_at: Instant;
  needs_acknowledgement: boolean;
  read_at: Instant | null;
  acknowledged_at: Instant | null;
  ticket_id: string | null;
  number: number | null;
  title: string | null;
};

/**
 * What was delivered to me, newest first. One's own only, by an index of each person's. What a clock says of no ticket leads to
 * what is owed: the checklist, the summary.
 */
export async function myNotifications(
  context: Context,
  query: z.output<typeof notificationsQuery>,
): Promise<NotificationsView> {
  const me = actingPerson(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<Row>`
    select n.id, n.type, coalesce(c.subject_type, n.subject_type) as subject_type, coalesce(c.subject_id, n.subject_id) as subject_id, n.params, n.made_at, n.deliver_at, n.needs_acknowledgement, n.read_at,
      n.acknowledged_at, n.ticket_id, t.number, t.title
    from notification n left join ticket t on t.id = n.ticket_id
    left join commitment c on c.id = n.subject_id and n.subject_type = 'commitment' and n.ticket_id is null
    where n.person_id = ${me} and n.deliver_at <= ${context.now}::timestamptz
      ${query.unread ? sql`and n.read_at is null` : sql``}
      ${after ? sql`and (n.deliver_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by n.deliver_at desc, n.id desc limit ${query.limit + 1}`.execute(context.tx);
  const nameOf = await commitmentNames(context);
  const found = page(
    rows,
    query.limit,
    (row) => entryOf(row, nameOf),
    (row) => cursorOf(row.deliver_at, row.id),
  );
  const params = rows.map((row) => row.params);
  return {
    ...found,
    unread: await unreadOf(context),
    names: await peopleNamedIn(context, params),
    departments: await departmentsNamedIn(context, params),
  };
}

function entryOf(row: Row, nameOf: NameOf): NotificationsView['items'][number] {
  const kind = row.params['kind'];
  return {
    id: row.id,
    at: row.deliver_at,
    type: row.type,
    urgency: urgencyOf(row.type, row.params, row.made_at),
    subject: { type: row.subject_type, id: row.subject_id },
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number!, title: row.title! },
    promise: typeof kind === 'string' ? nameOf(kind) : null,
    params: row.params,
    readAt: row.read_at,
    acknowledgement: !row.needs_acknowledgement ? 'none' : row.acknowledged_at === null ? 'wanted' : 'given',
  };
}

const MOST_COUNTED = 1_000;

async function unreadOf(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from notification where person_id = ${actingPerson(context)} and read_at is null
        and deliver_at <= ${context.now}::timestamptz limit ${MOST_COUNTED}) unread`.execute(context.tx);
  return rows[0]!.n;
}
