import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { followUnits } from '../../round/commands/begin-rounds.ts';
import { isOccupied, lockVacancy } from '../facts.ts';
import type { EndVacancy } from '../inputs.ts';
import type { EndedAs, Vacancy } from '../vacancy.ts';
import { whyNotEnd } from '../vacancy.ts';

/** A unit comes off the list; what is owed of its inspections ahead is not owed any more, and what was found stays open. */
export async function endVacancy(context: Context, id: Id<'vacancy'>, input: EndVacancy): Promise<void> {
  const vacancy = await lockVacancy(context.tx, id);
  orForbid(can(context.actor, 'customer.edit', { centreId: vacancy.centre_id }));
  orRefuse(whyNotEnd(vacancy));
  await end(context, vacancy, { as: input.as, note: input.note, byId: context.actor.personId });
  await followUnits(context);
}

/** Units at which somebody is on file now, and those that are given up, come off the list by themselves. */
export async function endVacanciesOfOccupied(context: Context): Promise<number> {
  let ended = 0;
  for (const centreId of (await centres(context)).keys()) {
    const today = await todayIn(context, centreId);
    const { rows } = await sql<Pick<Vacancy, 'id' | 'place_id'> & { closed: boolean }>`
      select v.id, v.place_id, p.closed_at is not null as closed from vacancy v join place p on p.id = v.place_id
      where v.centre_id = ${centreId} and v.ended_at is null and (p.closed_at is not null or ${isOccupied(today)})
      for no key update of v`.execute(context.tx);
    for (const row of rows) await end(context, row, { as: row.closed ? 'closed' : 'occupied', note: '', byId: null });
    ended += rows.length;
  }
  return ended;
}

type End = { as: EndedAs; note: string; byId: Id<'person'> | null };

async function end(
  context: Context,
  vacancy: Pick<Vacancy, 'id' | 'place_id'>,
  { as, note, byId }: End,
): Promise<void> {
  await context.tx
    .updateTable('vacancy')
    .set({ ended_as: as, ended_note: note, ended_by_id: byId, ended_at: context.now })
    .where('id', '=', vacancy.id)
    .execute();
  await record(context, {
    subject: { type: 'place', id: vacancy.place_id },
    type: 'place.taken_again',
    data: { vacancy: vacancy.id, as },
  });
}
