import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { ChangeCentre } from '../inputs.ts';

/** Changes what a centre is called and where it is reached, and which calendar is its reception hours (RECP-01) from now on. */
export async function changeCentre(context: Context, centreId: Id<'centre'>, input: ChangeCentre): Promise<void> {
  orForbid(can(context.actor, 'people.edit', { centreId }));
  const { tx } = context;
  const before = await tx
    .selectFrom('centre')
    .selectAll()
    .where('id', '=', centreId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw new NotFound('centre.unknown');
  await expectVersion(context, centreId, input.seen);
  await tx
    .updateTable('centre')
    .set({
      name: input.name ?? before.name,
      phone: input.phone === undefined ? before.phone : input.phone,
      complaint_line: input.complaintLine === undefined ? before.complaint_line : input.complaintLine,
      address: input.address === undefined ? before.address : input.address,
      reception_calendar_id: input.receptionCalendarId ?? before.reception_calendar_id,
    })
    .where('id', '=', centreId)
    .execute();
  const { seen: _, ...changed } = input;
  await record(context, {
    subject: { type: 'organisation', id: centreId },
    type: 'centre.changed',
    data: { changed: Object.keys(changed) },
  });
}
