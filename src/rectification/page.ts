import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
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
  const names = await personNames(context);
  return {
    ...line!,
    version: await versionOf(context.tx, row.id),
    workOrderId: row.work_order_id,
    visitId: row.visit_id,
    spotCheckId: row.spot_check_id,
    receivedBy: named(names, row.received_by_id),
    reply: row.reply,
    repliedBy: named(names, row.replied_by_id),
    verifiedBy: named(names, row.verified_by_id),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: named(names, row.withdrawn_by_id), reason: row.withdrawn_reason ?? '' },
    rejected: rejected.map((one) => rejectedOut(one, names)),
  };
}

function rejectedOut(
  one: Selectable<RejectedReplyTable>,
  names: ReadonlyMap<string, string>,
): View['rejected'][number] {
  return {
    reply: one.reply,
    repliedBy: named(names, one.replied_by_id),
    repliedAt: one.replied_at,
    reason: one.reason,
    rejectedBy: named(names, one.rejected_by_id),
    rejectedAt: one.rejected_at,
  };
}
