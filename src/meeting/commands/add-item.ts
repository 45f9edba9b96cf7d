import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { writeItems } from '../../work-plan/commands/give-items.ts';
import { lockMeeting } from '../facts.ts';
import type { AddItem } from '../inputs.ts';
import { whyNotAddItem } from '../meeting.ts';

/** A problem or an idea of the meeting, with who sees to it by when (MEET-04): an item of his day plan, open until he says what came of it. */
export async function addMeetingItem(
  context: Context,
  id: Id<'meeting'>,
  { sort, ...item }: AddItem,
): Promise<Id<'work_item'>> {
  const meeting = await lockMeeting(context, id);
  if (item.id && (await isThere(context, item.id))) return item.id;
  orRefuse(whyNotAddItem(meeting, context.actor, context.now));
  const [itemId] = await writeItems(context, { centre_id: meeting.centre_id, department_id: null }, null, [item]);
  await sql`
    insert into meeting_item (meeting_id, no, sort, item_id)
    select ${id}, coalesce(max(no), 0) + 1, ${sort}, ${itemId} from meeting_item where meeting_id = ${id}`.execute(
    context.tx,
  );
  await record(context, { subject: { type: 'meeting', id }, type: 'meeting.item_added', data: { sort, item: itemId } });
  return itemId!;
}

async function isThere({ tx }: Context, itemId: Id<'work_item'>): Promise<boolean> {
  const row = await tx.selectFrom('meeting_item').select('item_id').where('item_id', '=', itemId).executeTakeFirst();
  return row !== undefined;
}
