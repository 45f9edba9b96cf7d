import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { OWED_AS } from '../disturbance.ts';
import type { RecordDisturbance } from '../inputs.ts';

const LATEST_ENTRY = 90 * DAY;

/**
 * What disturbed the order of the centre: when, where, what was done, who was told (RECP-09). Owed from its moment on is that order is
 * restored. The same id again records nothing twice.
 */
export async function recordDisturbance(context: Context, input: RecordDisturbance): Promise<Id<'disturbance'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'disturbance'>(now);
  if (await tx.selectFrom('disturbance').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await placed(context, input);
  await orNotHere(tx, input.toldIds, 'toldIds');
  const by = actingPerson(context);
  orForbid(can(context.actor, 'contact.record', { people: [by], centreId }));
  const at = happened(context, input.happenedAt, plus(now, -LATEST_ENTRY));
  const who = { by_id: by, recorded_at: context.replaying?.recordedAt ?? now, restored_at: null, restored_by_id: null };
  await tx
    .insertInto('disturbance')
    .values({ id, centre_id: centreId, happened_at: at, ...saidIn(input), ...who })
    .execute();
  await oweOrder(context, id, centreId, at);
  await record(context, {
    subject: { type: 'disturbance', id },
    type: 'disturbance.recorded',
    happenedAt: at,
    data: { sort: input.sort, told: input.toldIds },
  });
  return id;
}

function saidIn(input: RecordDisturbance) {
  const { placeId = null, spot, sort, peopleInvolved, measures, toldIds, toldOthers } = input;
  const told = { told_ids: toldIds, told_others: toldOthers };
  return {
    place_id: placeId,
    spot,
    sort,
    people_involved: peopleInvolved,
    happened: input.happened,
    measures,
    ...told,
  };
}

async function oweOrder(context: Context, id: Id<'disturbance'>, centreId: Id<'centre'>, at: Instant): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.restoreOrder ?? limits.answerUrging;
  const where = { centreId, departmentId: null };
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'disturbance', id },
      ticketId: null,
      ownerId: actingPerson(context),
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: at,
    },
  ]);
}

/** Somewhere it was: the centre is that of the place, else where whoever records it works. */
async function placed(context: Context, { placeId, spot }: RecordDisturbance): Promise<Id<'centre'>> {
  if (placeId === undefined) {
    if (spot === '') throw new Invalid('disturbance.nowhere', { path: 'spot' });
    return centreOf(context);
  }
  const place = await context.tx.selectFrom('place').select('centre_id').where('id', '=', placeId).executeTakeFirst();
  if (!place) throw new NotFound('place.unknown');
  return place.centre_id;
}
