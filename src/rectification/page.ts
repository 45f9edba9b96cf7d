import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { thingOfNotice } from './facts.ts';
import { noticeLines, noticeRows } from './rows.ts';
import type { RejectedReplyTable } from './table.ts';
import type { noticePageOut } from './view.ts';

type View = z.input<typeof noticePageOut>;

/** One notice with everything said about it, rejected replies included. */
export async function noticePage(context: Context, noticeId: Id<'rectification'>): Promise<View> {
  const [row] = await noticeRows(context, sql`r.id = ${noticeId}`, sql`r.id`, 1);
  if (!row) throw new NotFound('notice.unknown');
  orForbid(can(context.actor, 'rectification.see', thingOfNotice({ notice: row, centreId: row.centre_id })));
  const [line] = await noticeLines(context, [row]);
  const rejected = await context.tx
    .selectFrom('rejected_reply')
    .selectAll()
    .where('rectification_id', '=', row.id)
    .orderBy('no')
    .execute();
  const personOf = await peopleOf(context, [
    row.received_by_id,
    row.replied_by_id,
    row.verified_by_id,
    row.withdrawn_by_id,
    ...rejected.flatMap((one) => [one.replied_by_id, one.rejected_by_id]),
  ]);
  return {
    ...line!,
    version: await versionOf(context.tx, row.id),
    workOrderId: row.work_order_id,
    visitId: row.visit_id,
    receivedBy: personOf(row.received_by_id),
    reply: row.reply,
    repliedBy: personOf(row.replied_by_id),
    verifiedBy: personOf(row.verified_by_id),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: personOf(row.withdrawn_by_id), reason: row.withdrawn_reason ?? '' },
    rejected: rejected.map((one) => rejectedOut(one, personOf)),
  };
}

function rejectedOut(one: Selectable<RejectedReplyTable>, personOf: PersonOf): View['rejected'][number] {
  return {
    reply: one.reply,
    repliedBy: personOf(one.replied_by_id),
    repliedAt: one.replied_at,
    reason: one.reason,
    rejectedBy: personOf(one.rejected_by_id),
    rejectedAt: one.rejected_at,
  };
}

type PersonOf = (id: Id<'person'> | null) => { id: string; name: string } | null;

async function peopleOf(context: Context, ids: readonly (Id<'person'> | null)[]): Promise<PersonOf> {
  const wanted = ids.filter((id) => id !== null);
  const rows =
    wanted.length === 0
      ? []
      : await context.tx.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  return (id) => rows.find((row) => row.id === id) ?? null;
}
