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
  const version = seen + 1;
  await tx
    .insertInto('security_version')
    .values({ version, content: json(asKept(security)), by_id: actingPerson(context), why, at: now })
    .execute();
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'security.changed', data: { version } });
  return version;
}
