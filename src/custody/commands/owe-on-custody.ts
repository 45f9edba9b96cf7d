import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Instant } from '../../kernel/time.ts';
import { instantOf } from '../../kernel/time.ts';
import { dayNumber } from '../../kernel/working-time/date.ts';
import { midnight, zoneClock } from '../../kernel/working-time/zone.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { readStaff } from '../../organisation/staff.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { BACK, BRING_BACK, RENEW } from '../custody.ts';
import type { Entry, Item } from '../facts.ts';

/** What is owed by the post that keeps a thing follows from its last entry: what was owed before is kept or gone, then it is owed anew. */
export async function oweOnCustody(context: Context, item: Item, before: Entry, entry: Entry): Promise<void> {
  const same = before.due_back === entry.due_back && before.valid_until === entry.valid_until;
  if (same && before.state === entry.state && entry.act !== 'handed_over') return;
  await settle(context, item, entry);
  if (entry.due_back !== null) await owe(context, item, BACK, entry.due_back);
  if (entry.state === 'issued' && entry.valid_until !== null)
    await owe(context, item, RENEW, await endOf(context, item, entry.valid_until));
}

async function settle(context: Context, { id }: Item, { act, happened_at: happenedAt }: Entry): Promise<void> {
  const which = { subjectId: id, kinds: [BACK, RENEW] };
  const dealtWith = act === 'returned' || act === 'withdrawn' || act === 'renewed';
  if (dealtWith) await keepCommitments(context, { ...which, happenedAt });
  else await cancelCommitments(context, { ...which, reason: act });
}

async function owe(context: Context, item: Item, kind: string, dueAt: Instant): Promise<void> {
  const { limits, custodyKinds = [] } = await settingsOf(context);
  const limit = limits.bringBack ?? BRING_BACK;
  const keeper = custodyKinds.find(({ key }) => key === item.kind)?.keeper;
  const { posts } = await readStaff(context);
  const post = [...posts.values()].find((one) => one.key === keeper && one.centreId === item.centre_id);
  const where = { centreId: item.centre_id, departmentId: post?.departmentId ?? null };
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'custody_item', id: item.id },
      ticketId: null,
      ownerId: post ? null : actingPerson(context),
      postId: post?.id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit: { dueAt, ladder: limit.ladder },
      startedAt: context.now,
    },
  ]);
}

/** The end of the last day of something valid, where the centre stands. */
async function endOf(context: Context, { centre_id }: Pick<Item, 'centre_id'>, day: string): Promise<Instant> {
  const { zone } = (await centres(context)).get(centre_id)!;
  const number = dayNumber(day)!;
  const year = Number(day.slice(0, 4));
  return instantOf(midnight(zoneClock(zone, year, year + 1), number + 1));
}
