import { withOwnHands } from '../../auth/auth.ts';
import { digest, newSecret } from '../../auth/digest.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Tx } from '../../platform/tx.ts';
import { whyNotFeed } from '../calendar-feed.ts';

type FeedId = Id<'calendar_feed'>;

/** A secret address for one's own calendar, or for that of a department one heads. Made again, the one before is worth nothing. */
export async function makeFeed(
  context: Context,
  departmentId: Id<'department'> | null,
): Promise<{ id: FeedId; token: string }> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  orRefuse(whyNotFeed(context.actor, departmentId));
  const { tx, now } = context;
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  await tx
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .where('department_id', departmentId === null ? 'is' : '=', departmentId)
    .execute();
  const id = newId<'calendar_feed'>(now);
  const token = newSecret();
  await tx
    .insertInto('calendar_feed')
    .values({
      id,
      person_id: personId,
      department_id: departmentId,
      hash: digest(token),
      made_at: now,
      last_used_at: null,
    })
    .execute();
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.calendar_made',
    data: { feedId: id, departmentId },
  });
  return { id, token };
}

/** From now on nobody reads it. Ending what has ended already is no mistake. */
export async function endFeed(context: Context, id: FeedId): Promise<void> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  const ended = await context.tx
    .deleteFrom('calendar_feed')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (Number(ended.numDeletedRows) === 0) throw new NotFound('calendar_feed.unknown');
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.calendar_ended',
    data: { feedId: id },
  });
}

/** Whether names of customers may stand in calendars, for everybody. */
export async function changeCalendarRule(context: Context, names: boolean): Promise<void> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const changed = await context.tx
    .updateTable('calendar_rule')
    .set({ names, changed_by_id: context.actor.personId, changed_at: context.now })
    .where('names', '<>', names)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return;
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'calendar_rule.changed', data: { names } });
}

const NOTED_EVERY = 10 * MINUTE;

export async function noteFeedUsed(tx: Tx, id: FeedId, now: Instant): Promise<void> {
  await tx
    .updateTable('calendar_feed')
    .set({ last_used_at: now })
    .where('id', '=', id)
    .where((e) => e.or([e('last_used_at', 'is', null), e('last_used_at', '<', plus(now, -NOTED_EVERY))]))
    .execute();
}
