import { sql } from 'kysely';
import type { Context, Reaction } from '../platform/context.ts';
import { followUnits } from '../round/commands/begin-rounds.ts';
import { endVacanciesOfOccupied } from '../vacancy/commands/end-vacancy.ts';

/**
 * Who lives or rents where changed, or a unit was given up: what is on file somewhere is not vacant (PTRL-06), and whoever rents is
 * visited (VISIT-20).
 */
export const followWhoLivesWhere: Reaction = async (context, event) => {
  if (event.subject.type === 'customer' && !(await concerns(context, event.subject.id))) return;
  await endVacanciesOfOccupied(context);
  await followUnits(context);
};

/** Most customers neither rent nor move into a unit that stands empty: one look for each of an import. */
async function concerns({ tx }: Context, customerId: string): Promise<boolean> {
  const { rows } = await sql<{ does: boolean }>`
    select exists (select from customer_place h where h.customer_id = ${customerId} and (h.relation = 'tenant'
        or exists (select from vacancy v where v.place_id = h.place_id and v.ended_at is null)))
      or exists (select from round r where r.customer_id = ${customerId} and r.done_at is null and r.dropped_at is null)
      as does`.execute(tx);
  return rows[0]!.does;
}
