import { sql } from 'kysely';
import { addPerson } from '../../organisation/commands/add-person.ts';
import { system } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Identity } from '../oidc/exchange.ts';
import type { KnownProvider } from '../oidc/coming-back.ts';
import { asPerson } from '../waiting.ts';

/** Links somebody's account at a provider to the acting person. Refused where another's, or another of his, is linked there. */
export async function linkIdentity(context: Context, provider: KnownProvider, identity: Identity): Promise<void> {
  const { tx, now } = context;
  const personId = actingPerson(context);
  const linked = await tx
    .insertInto('auth_account')
    .values({
      id: newId(now),
      user_id: personId,
      provider_id: provider.id,
      account_id: identity.subject,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(linked.numInsertedOrUpdatedRows) === 0) throw new Refused('sso.linked_elsewhere', { name: provider.name });
  const data = { providerId: provider.id };
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.identity_linked', data });
}

/**
 * Who of ours this is: by a link, else as the provider's setting says, by a verified mail address or the user name; then the
 * link is made. Whoever is not known is made a person where a post is set for that, and refused where none is. Who left is
 * not known.
 */
export async function personBehind(
  context: Context,
  provider: KnownProvider,
  identity: Identity,
): Promise<Id<'person'>> {
  const linked = await linkedTo(context, provider, identity);
  if (linked) return linked;
  const known = await knownAs(context, provider, identity);
  const personId = known ?? (await newcomer(context, provider, identity));
  await linkIdentity(await asPerson(context, personId), provider, identity);
  return personId;
}

async function linkedTo({ tx, now }: Context, provider: KnownProvider, { subject }: Identity) {
  const row = await tx
    .selectFrom('auth_account')
    .innerJoin('person', 'person.id', 'auth_account.user_id')
    .select(['auth_account.id', 'person.id as personId', 'person.left_at', 'person.name'])
    .where('auth_account.provider_id', '=', provider.id)
    .where('auth_account.account_id', '=', subject)
    .executeTakeFirst();
  if (!row) return null;
  if (row.left_at) throw new Refused('sso.unknown_person', { name: provider.name });
  await tx.updateTable('auth_account').set({ updated_at: now }).where('id', '=', row.id).execute();
  return row.personId;
}

async function knownAs({ tx }: Context, provider: KnownProvider, identity: Identity): Promise<Id<'person'> | null> {
  const { email, username } = identity;
  if (provider.known_by === 'link') return null;
  const by = provider.known_by === 'email' ? email : username;
  if (by === null) return null;
  if (provider.known_by === 'email' && !identity.emailVerified)
    throw new Refused('sso.mail_unverified', { name: provider.name });
  const column = provider.known_by === 'email' ? sql`lower(email)` : sql`lower(username)`;
  const found = await tx
    .selectFrom('person')
    .select('id')
    .where(column, '=', by.toLowerCase())
    .where('left_at', 'is', null)
    .limit(2)
    .execute();
  // an address that two of us share says of neither who he is
  return found.length === 1 ? found[0]!.id : null;
}

async function newcomer(context: Context, provider: KnownProvider, identity: Identity): Promise<Id<'person'>> {
  const username = (identity.username ?? identity.email ?? '').toLowerCase();
  const post = provider.new_post_id;
  const taken = post
    ? await context.tx
        .selectFrom('person')
        .select('id')
        .where(sql`lower(username)`, '=', username)
        .executeTakeFirst()
    : undefined;
  // a name that one of ours has, here or formerly, is not for whoever calls himself so elsewhere
  if (!post || !/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u.test(username) || taken)
    throw new Refused('sso.unknown_person', { name: provider.name });
  return addPerson(
    { ...context, actor: system },
    {
      id: newId<'person'>(context.now),
      username,
      name: identity.name ?? username,
      email: identity.emailVerified && identity.email ? identity.email : undefined,
      skills: [],
      posts: [{ postId: post, deputyRank: null }],
    },
  );
}
