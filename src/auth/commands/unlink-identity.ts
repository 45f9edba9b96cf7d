import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { withOwnHands } from '../auth.ts';
import { maySignInByPassword, securityOf } from '../security.ts';

/** Unlinks one's own; sessions opened by it end. Refused (`sso.only_way`) where nothing else would let one in again. */
export async function unlinkIdentity(context: Context, providerId: Id<'identity_provider'>): Promise<void> {
  withOwnHands(context.actor);
  const { tx } = context;
  const personId = actingPerson(context);
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  const ways = await tx.selectFrom('auth_account').select('provider_id').where('user_id', '=', personId).execute();
  if (!ways.some((way) => way.provider_id === providerId)) throw new NotFound('sso.unknown_provider');
  const posts = await tx.selectFrom('person_post').select('post_id').where('person_id', '=', personId).execute();
  const security = await securityOf(tx);
  const byPassword = maySignInByPassword(
    security,
    posts.map(({ post_id }) => post_id),
  );
  const others = ways.filter(
    (way) => way.provider_id !== providerId && (way.provider_id !== 'credential' || byPassword),
  );
  if (others.length === 0) throw new Refused('sso.only_way');
  await tx.deleteFrom('auth_account').where('user_id', '=', personId).where('provider_id', '=', providerId).execute();
  await tx.deleteFrom('auth_session').where('user_id', '=', personId).where('provider_id', '=', providerId).execute();
  const data = { providerId };
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.identity_unlinked', data });
}
