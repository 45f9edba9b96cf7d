import { dropToken } from '../../auth/commands/end-others-access.ts';
import { orNotForAll } from '../../auth/commands/reach-sign-in.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockReview } from '../facts.ts';
import type { Answer } from '../token-review.ts';
import { whyNotAnswer } from '../token-review.ts';

/**
 * A token is kept, or ended at once; what it was at that moment stays with the answer. What was kept may still be ended, as long as the review
 * is open. It only takes away, so it reaches the tokens of those above, too.
 */
export async function answerToken(
  context: Context,
  id: Id<'token_review'>,
  tokenId: Id<'token'>,
  answer: Answer,
): Promise<void> {
  orNotForAll(context);
  const { tx, now } = context;
  orRefuse(whyNotAnswer(await lockReview(context, id)));
  const token = await tx
    .selectFrom('personal_token')
    .select(['person_id', 'name', 'rights', 'made_at', 'expires_at', 'last_used_at'])
    .where('id', '=', tokenId)
    .executeTakeFirst();
  if (!token) throw new NotFound('token.unknown');
  const said = { ...token, answer, by_id: actingPerson(context), at: now };
  await tx
    .insertInto('token_review_answer')
    .values({ review_id: id, token_id: tokenId, ...said })
    .onConflict((conflict) => conflict.columns(['review_id', 'token_id']).doUpdateSet(said))
    .execute();
  if (answer === 'ended') await dropToken(context, token.person_id, tokenId);
  await record(context, {
    subject: { type: 'token_review', id },
    type: 'token_review.answered',
    data: { tokenId, person: token.person_id, answer },
  });
}
