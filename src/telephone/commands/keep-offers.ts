import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Offer } from '../call.ts';
import type { Telling } from './take-in-calls.ts';

/** Whose phone rang for it, for how long, and what became of that. */
export async function keepOffers(
  { tx }: Context,
  { phones, at }: Telling,
  callId: Id<'phone_call'>,
  offers: readonly Offer[],
): Promise<void> {
  const rows = offers
    .filter((offer) => offer.at !== null)
    .map((offer) => ({
      call_id: callId,
      key: offer.key,
      number: offer.extension,
      person_id: phones.byEndpoint.get(offer.endpoint) ?? null,
      at: at(offer.at!),
      answered_at: offer.answeredAt === null ? null : at(offer.answeredAt),
      ended_at: offer.endedAt === null ? null : at(offer.endedAt),
      outcome: offer.outcome,
    }));
  if (rows.length === 0) return;
  await tx
    .insertInto('phone_offer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['call_id', 'key']).doUpdateSet({
        at: sql`excluded.at`,
        answered_at: sql`excluded.answered_at`,
        ended_at: sql`excluded.ended_at`,
        outcome: sql`excluded.outcome`,
      }),
    )
    .execute();
}
