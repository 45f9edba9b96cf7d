import type { Id } from '../kernel/id.ts';
import type { Epoch } from '../kernel/time.ts';
import { DAY, epochOf, plus } from '../kernel/time.ts';
import { currentCalendar } from '../organisation/calendars.ts';
import { centres } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Span } from './gaps.ts';
import { gapsIn } from './gaps.ts';

/** How far ahead is looked. */
const AHEAD = 7 * DAY;

/** Who answers the telephone of a centre: everybody at its front desk. */
export async function answerersOf({ tx }: Context, centreId: Id<'centre'>): Promise<Id<'person'>[]> {
  const rows = await tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .innerJoin('person', 'person.id', 'person_post.person_id')
    .select('person.id')
    .distinct()
    .where('post.role', '=', 'front_desk')
    .where('post.centre_id', '=', centreId)
    .where('post.closed_at', 'is', null)
    .where('person.left_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * The reception hours of the next seven days in which everybody at the front desk is away, before it comes to it (CHAN-16). As far as
 * is known: there are absences, and no rota of hours.
 */
export async function gapsAhead(context: Context, centreId: Id<'centre'>): Promise<{ open: boolean; ahead: Span[] }> {
  const { tx, now } = context;
  const people = await answerersOf(context, centreId);
  const until = plus(now, AHEAD);
  const absences = await tx
    .selectFrom('absence')
    .select(['person_id', 'from_at', 'until_at'])
    .where((e) => e('person_id', '=', e.fn.any(e.val(people))))
    .where('ended_at', 'is', null)
    .where('from_at', '<', until)
    .execute();
  const away = people.map((person) =>
    absences
      .filter(({ person_id }) => person_id === person)
      .map((one) => ({ from: epochOf(one.from_at), until: one.until_at ? epochOf(one.until_at) : Infinity })),
  );
  const hours = await openHours(context, centreId, [epochOf(now), epochOf(until)]);
  return { open: hours.some(({ from }) => from === epochOf(now)), ahead: gapsIn(hours, away) };
}

async function openHours({ tx }: Context, centreId: Id<'centre'>, [from, until]: [Epoch, Epoch]): Promise<Span[]> {
  const { reception_calendar_id: id } = (await centres({ tx })).get(centreId)!;
  const calendar = await currentCalendar(tx, id);
  return calendar.counting([from, until], ({ starts, ends }) =>
    [...starts].flatMap((start, no) => {
      const span = { from: Math.max(start, from), until: Math.min(ends[no]!, until) };
      return span.from < span.until ? [span] : [];
    }),
  );
}
