import { holds } from '../../organisation/can.ts';
import type { Right } from '../../organisation/rights.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Forbidden, Invalid, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { expiryUnlessSaid, MOST_TOKENS, whyNotUntil, withOwnHands } from '../auth.ts';
import { digest, newToken } from '../digest.ts';
import { securityOf } from '../security.ts';

/** Makes a token for a person's own programs. It may never do more than he may, now or later. */
export async function makeToken(
  context: Context,
  given: { name: string; rights: readonly Right[]; expiresAt?: Instant | undefined },
): Promise<{ id: Id<'token'>; token: string; rights: Right[]; expiresAt: Instant }> {
  const { tx, now, actor } = context;
  withOwnHands(actor);
  const personId = actingPerson(context);
  const rights = [...new Set(given.rights)];
  const missing = rights.find((right) => !holds(actor, right));
  if (missing) throw new Forbidden('right.missing', { right: missing });
  const { longestDays } = (await securityOf(tx)).tokens;
  const expiresAt = given.expiresAt ?? expiryUnlessSaid(now, longestDays);
  const why = whyNotUntil(expiresAt, now, longestDays);
  if (why) throw new Invalid(why.code, { path: 'expiresAt', ...why.params });
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  const mine = await tx.selectFrom('personal_token').select('id').where('person_id', '=', personId).execute();
  if (mine.length >= MOST_TOKENS) throw new Refused('token.too_many', { most: MOST_TOKENS });
  const id = newId<'token'>(now);
  const token = newToken();
  await tx
    .insertInto('personal_token')
    .values({
      id,
      person_id: personId,
      name: given.name,
      hash: digest(token),
      rights,
      made_at: now,
      expires_at: expiresAt,
      last_used_at: null,
    })
    .execute();
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.token_made',
    data: { tokenId: id, rights, expiresAt },
  });
  return { id, token, rights, expiresAt };
}
