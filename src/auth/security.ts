import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { instant } from '../kernel/time.ts';
import type { Tables } from '../tables.ts';

/** What the house asks of whoever signs in. Whatever a version was kept without has the value it began with. */
export const securityShape = z.strictObject({
  secondFactor: z
    .strictObject({
      required: z.enum(['nobody', 'posts', 'everybody']).describe('Of whom a second factor is required'),
      posts: z.array(z.uuid()).max(200).describe('Of whoever holds one of these; read where `required` is posts'),
      from: z.iso
        .datetime({ offset: true })
        .nullable()
        .describe('Until then it is only asked for; null: required at once'),
      trustDays: z.number().int().min(0).max(90).describe('Days for which a browser may be trusted; 0: never'),
    })
    .describe('Of whom a code is asked besides the password'),
  passwords: z
    .strictObject({
      least: z.number().int().min(8).max(64).describe('How many signs a new password has at least'),
      history: z.number().int().min(0).max(24).describe('How many former passwords are not taken again; 0: any'),
      expireDays: z
        .number()
        .int()
        .min(30)
        .max(730)
        .nullable()
        .describe('After so many days a new one is asked for; null: never, as NIST 800-63B advises'),
      signIn: z.enum(['everybody', 'posts']).describe('Who may sign in by password; the others come in by a provider'),
      posts: z.array(z.uuid()).max(200).describe('Whoever holds one of these; read where `signIn` is posts'),
    })
    .describe('What passwords must be, and whom they let in'),
  sessions: z
    .strictObject({
      idleHours: z.number().int().min(1).max(720).describe('A session unused for so long ends'),
      longestDays: z.number().int().min(1).max(90).describe('Any session ends after so long'),
    })
    .describe('How long one stays signed in'),
  tokens: z
    .strictObject({
      longestDays: z.number().int().min(1).max(366).describe('So long a new personal token lives at most'),
      reviewDays: z
        .number()
        .int()
        .min(1)
        .max(60)
        .describe('Days after the end of a quarter by which all tokens are reviewed; holds from the next review on'),
    })
    .default({ longestDays: 366, reviewDays: 14 })
    .describe('How long personal tokens live, and when they are looked at; left out: as the program came'),
});

export type Security = z.output<typeof securityShape>;

/** As it came in, told as everything else here is told. */
export function asKept(given: Security): Security {
  const { secondFactor, passwords } = given;
  const lower = (posts: readonly string[]) => posts.map((one) => one.toLowerCase());
  const from = secondFactor.from === null ? null : instant(secondFactor.from);
  return {
    ...given,
    secondFactor: { ...secondFactor, posts: lower(secondFactor.posts), from },
    passwords: { ...passwords, posts: lower(passwords.posts) },
  };
}

/** Before anybody has decided anything. */
export const FIRST_SECURITY: Security = {
  secondFactor: { required: 'nobody', posts: [], from: null, trustDays: 30 },
  passwords: { least: 10, history: 1, expireDays: null, signIn: 'everybody', posts: [] },
  sessions: { idleHours: 168, longestDays: 30 },
  tokens: { longestDays: 366, reviewDays: 14 },
};

export type SecurityVersion = { version: number; security: Security; at: Instant | null; why: string | null };

/** The rules that hold now; read when somebody signs in, never with a request. */
export async function securityVersionOf(tables: Kysely<Tables>): Promise<SecurityVersion> {
  const row = await tables
    .selectFrom('security_version')
    .select(['version', 'content', 'at', 'why'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, security: FIRST_SECURITY, at: null, why: null };
  return { ...row, security: filled(row.content as Partial<Security>) };
}

/** A version kept by an older program says nothing of what came later. */
function filled({ secondFactor, passwords, sessions, tokens }: Partial<Security>): Security {
  return {
    secondFactor: { ...FIRST_SECURITY.secondFactor, ...secondFactor },
    passwords: { ...FIRST_SECURITY.passwords, ...passwords },
    sessions: { ...FIRST_SECURITY.sessions, ...sessions },
    tokens: { ...FIRST_SECURITY.tokens, ...tokens },
  };
}

export async function securityOf(tables: Kysely<Tables>): Promise<Security> {
  return (await securityVersionOf(tables)).security;
}

/** From when on a second factor is required of somebody with these posts: a moment, at once, or not at all. */
export function requiredFrom(
  { secondFactor }: Security,
  posts: readonly Id<'post'>[],
): { required: false } | { required: true; from: Instant | null } {
  const { required, from } = secondFactor;
  const asked =
    required === 'everybody' || (required === 'posts' && posts.some((one) => secondFactor.posts.includes(one)));
  return asked ? { required: true, from: from as Instant | null } : { required: false };
}

/** Whether a password lets somebody with these posts in. */
export function maySignInByPassword({ passwords }: Security, posts: readonly string[]): boolean {
  return passwords.signIn === 'everybody' || posts.some((one) => passwords.posts.includes(one));
}
