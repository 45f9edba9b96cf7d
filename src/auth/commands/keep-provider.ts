import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotIssuer } from '../oidc/issuer.ts';
import { sealedForProvider } from '../oidc/going.ts';
import type { ProviderInput } from '../provider-view.ts';
import type { Sealer } from '../sealing.ts';
import { securityOf } from '../security.ts';
import { orNotForAll } from './reach-sign-in.ts';

/**
 * Puts a provider as the administrator wants it; a secret that is left out stays as it was. Its issuer and client are what
 * links hang on: they do not change under one id (`sso.other_issuer`).
 */
export async function keepProvider(
  context: Context,
  sealer: Sealer,
  id: Id<'identity_provider'>,
  given: ProviderInput,
  { added }: { added: boolean },
) {
  orNotForAll(context);
  const { tx, now, organisation } = context;
  const known = await tx
    .selectFrom('identity_provider')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!known && !added) throw new NotFound('sso.unknown_provider');
  const why = whyNotIssuer(given.issuer);
  if (why) throw new Invalid(why.code, { path: 'issuer' });
  if (known && (known.issuer !== given.issuer || known.client_id !== given.clientId))
    throw new Refused('sso.other_issuer');
  await orTwice(context, id, given);
  const sealed = given.secret ? await sealer.seal(given.secret, sealedForProvider(organisation.schema, id)) : null;
  const row = {
    name: given.name,
    secret: sealed ?? known?.secret ?? null,
    scopes: given.scopes,
    known_by: given.knownBy,
    new_post_id: given.newPostId,
    asks_code: given.asksCode,
    ends_there: given.endsThere,
    closed_at: null,
  };
  const fresh = { id, issuer: given.issuer, client_id: given.clientId, made_at: now };
  await tx
    .insertInto('identity_provider')
    .values({ ...fresh, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await changed(context, known ? 'provider.changed' : 'provider.added', id);
}

/** One button for one provider. */
async function orTwice({ tx }: Context, id: Id<'identity_provider'>, given: ProviderInput): Promise<void> {
  const twin = await tx
    .selectFrom('identity_provider')
    .select('id')
    .where('issuer', '=', given.issuer)
    .where('client_id', '=', given.clientId)
    .where('closed_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (twin) throw new Refused('sso.provider_twice');
}

/** Nobody comes in by it any more; links stay, should it be opened again. Refused where it is the only way in that is left. */
export async function closeProvider(context: Context, id: Id<'identity_provider'>): Promise<void> {
  orNotForAll(context);
  const { tx, now } = context;
  const open = await tx
    .selectFrom('identity_provider')
    .select('id')
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute();
  if (!open.some((one) => one.id === id)) throw new NotFound('sso.unknown_provider');
  const { passwords } = await securityOf(tx);
  if (open.length === 1 && passwords.signIn === 'posts') throw new Refused('sso.last_provider');
  await tx.updateTable('identity_provider').set({ closed_at: now }).where('id', '=', id).execute();
  await changed(context, 'provider.closed', id);
}

async function changed(context: Context, type: string, providerId: string): Promise<void> {
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type, data: { providerId } });
}
