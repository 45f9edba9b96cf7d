import type { Kysely } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { MINUTE } from '../kernel/time.ts';
import type { Tables } from '../tables.ts';
import { digest } from './digest.ts';
import type { Security } from './security.ts';
import { requiredFrom } from './security.ts';

export const BACKUP_CODES = 10;

/** How long somebody has to type a code, or to set up the telephone, after the password. */
export const WAITS = { code: 10 * MINUTE, enrolment: 30 * MINUTE, password: 10 * MINUTE };

export type Waits = keyof typeof WAITS;

/** What a session owes whose person has just proven the password. */
export type Owed = { waitsFor: Waits | null; enrolBy: Instant | null };

/** What a secret is sealed for. */
export function sealedFor(schema: string, personId: Id<'person'>): string {
  return `second factor ${schema} ${personId}`;
}

/** Somebody with a second factor owes a code; without one, where it is required by now, to set one up. */
export function owes(
  facts: { has: boolean; trusted: boolean; posts: readonly Id<'post'>[] },
  security: Security,
  now: Instant,
): Owed {
  if (facts.has) return { waitsFor: facts.trusted ? null : 'code', enrolBy: null };
  const asked = requiredFrom(security, facts.posts);
  if (!asked.required) return { waitsFor: null, enrolBy: null };
  return asked.from !== null && asked.from > now
    ? { waitsFor: null, enrolBy: asked.from }
    : { waitsFor: 'enrolment', enrolBy: null };
}

/** The same with the facts read: whether there is one, whether this browser is trusted, and which posts are held. */
export async function owedBy(
  tables: Kysely<Tables>,
  given: { personId: Id<'person'>; trustedToken: string | undefined; security: Security },
  now: Instant,
): Promise<Owed> {
  const { personId, trustedToken } = given;
  const factor = await tables
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  const device = trustedToken
    ? await tables
        .selectFrom('trusted_device')
        .select('hash')
        .where('hash', '=', digest(trustedToken))
        .where('person_id', '=', personId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
    : undefined;
  const posts = await tables.selectFrom('person_post').select('post_id').where('person_id', '=', personId).execute();
  const facts = { has: Boolean(factor), trusted: Boolean(device), posts: posts.map(({ post_id }) => post_id) };
  // a house that trusts no browsers trusts none that it once did
  const trusted = facts.trusted && given.security.secondFactor.trustDays > 0;
  return owes({ ...facts, trusted }, given.security, now);
}
