import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import { Invalid, Stale } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Security } from '../security.ts';
import { asKept, securityVersionOf } from '../security.ts';
import { orNotForAll } from './reach-sign-in.ts';

/** A new version of what is asked of whoever signs in, with who and why. Refused on a version that is no longer the last. */
export async function changeSecurity(
  context: Context,
  { security, seen, why }: { security: Security; seen: number; why: string },
): Promise<number> {
  orNotForAll(context);
  const { tx, now } = context;
  await sql`lock table security_version in share row exclusive mode`.execute(tx);
  const before = await securityVersionOf(tx);
  if (before.version !== seen) throw new Stale('stale', { seen, version: before.version });
  const { required, posts } = security.secondFactor;
  if (required === 'posts' && posts.length === 0)
    throw new Invalid('security.no_posts', { path: 'secondFactor.posts' });
  await orLocksOut(context, security);
  const version = seen + 1;
  await tx
    .insertInto('security_version')
    .values({ version, content: json(asKept(security)), by_id: actingPerson(context), why, at: now })
    .execute();
  await shortenSessions(context, security.sessions);
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'security.changed', data: { version } });
  return version;
}

/** Whoever decides that passwords let only some in keeps a password that lets him in, and leaves the others another way. */
async function orLocksOut({ tx, actor }: Context, security: Security): Promise<void> {
  if (security.passwords.signIn === 'everybody') return;
  const open = await tx
    .selectFrom('identity_provider')
    .select('id')
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!open) throw new Invalid('security.no_provider', { path: 'passwords.signIn' });
  const posts = await tx.selectFrom('person_post').select('post_id').where('person_id', '=', actor.personId!).execute();
  const own = await tx
    .selectFrom('auth_account')
    .select('id')
    .where('user_id', '=', actor.personId!)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  const stays = own && posts.some(({ post_id }) => security.passwords.posts.includes(post_id));
  if (!stays) throw new Invalid('security.locks_you_out', { path: 'passwords.posts' });
}

/** What is shortened is shortened for whoever is signed in, too; nobody's session grows by it before it is used. */
async function shortenSessions({ tx }: Context, { idleHours, longestDays }: Security['sessions']): Promise<void> {
  await sql`update auth_session set expires_at = least(expires_at,
      updated_at + make_interval(hours => ${idleHours}::int), created_at + make_interval(days => ${longestDays}::int))
    where waits_for is null`.execute(tx);
}
