import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { endSessions, endTokens } from './end-access.ts';
import { lockForSignIn } from './reach-sign-in.ts';

/** The administrator signs somebody out on one device. */
export async function endSessionOf(context: Context, sessionId: Id<'session'>): Promise<void> {
  const { tx } = context;
  const session = await tx.selectFrom('auth_session').select('user_id').where('id', '=', sessionId).executeTakeFirst();
  if (!session) throw new NotFound('session.unknown');
  await lockForSignIn(context, session.user_id);
  await tx.deleteFrom('auth_session').where('id', '=', sessionId).execute();
  const subject = { type: 'person' as const, id: session.user_id };
  await record(context, { subject, type: 'person.session_ended', data: { sessionId } });
}

/** Everywhere, and where that is wanted with every token: for somebody whose device was stolen. */
export async function endAllOf(context: Context, personId: Id<'person'>, alsoTokens: boolean): Promise<void> {
  await lockForSignIn(context, personId);
  await endSessions(context.tx, personId);
  const tokensEnded = alsoTokens ? await endTokens(context.tx, personId) : 0;
  const subject = { type: 'person' as const, id: personId };
  await record(context, { subject, type: 'person.sessions_ended', data: { tokensEnded } });
}

/** The administrator ends a token that nobody needs, or nobody should have. */
export async function endTokenOf(context: Context, tokenId: Id<'token'>): Promise<void> {
  const { tx } = context;
  const token = await tx.selectFrom('personal_token').select('person_id').where('id', '=', tokenId).executeTakeFirst();
  if (!token) throw new NotFound('token.unknown');
  await lockForSignIn(context, token.person_id);
  await dropToken(context, token.person_id, tokenId);
}

/** The token is refused from now on; who may do so was asked by whoever calls. */
export async function dropToken(context: Context, personId: Id<'person'>, tokenId: Id<'token'>): Promise<void> {
  await context.tx.deleteFrom('personal_token').where('id', '=', tokenId).execute();
  const subject = { type: 'person' as const, id: personId };
  await record(context, { subject, type: 'person.token_ended', data: { tokenId } });
}
