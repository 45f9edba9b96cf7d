import type { z } from 'zod';
import { currentWords } from '../administration/own-words.ts';
import { holds } from '../organisation/can.ts';
import { readPreferences } from '../organisation/preferences.ts';
import { RIGHTS } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { withOwnHands } from './auth.ts';
import { securityOf } from './security.ts';
import type { myTokensOut, sessionOut, whoAmI } from './inputs.ts';

/** Who is signed in, as what, and what that allows. */
export async function whoIs(context: Context): Promise<z.input<typeof whoAmI>> {
  const { tx, actor, organisation } = context;
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'username', 'language', 'preferences', 'on_duty'])
    .where('id', '=', actingPerson(context))
    .executeTakeFirstOrThrow();
  const posts = actor.posts.length
    ? await tx
        .selectFrom('post')
        .select(['id', 'name', 'role'])
        .where(
          'id',
          'in',
          actor.posts.map((post) => post.id),
        )
        .execute()
    : [];
  const centres = await tx.selectFrom('centre').select(['id', 'name', 'zone']).orderBy('id').execute();
  const preferences = readPreferences(person.preferences);
  const own = await currentWords(context);
  return {
    person: {
      id: person.id,
      name: person.name,
      username: person.username,
      language: person.language,
      theme: preferences.theme,
    },
    preferences,
    organisation: { id: organisation.id, name: organisation.name, slug: organisation.slug },
    centre: centres.find((one) => one.id === actor.posts[0]?.centreId) ?? centres[0]!,
    posts: posts.map((post) => ({ ...post, name: post.name as Words })),
    rights: RIGHTS.filter((right) => holds(actor, right)),
    onDuty: person.on_duty,
    words: own.version > 0 ? own.content : null,
    now: context.now,
  };
}

/** Where a person is signed in, latest first. */
export async function sessionsOf(
  context: Context,
  current: Id<'session'> | undefined,
): Promise<z.input<typeof sessionOut>[]> {
  withOwnHands(context.actor);
  const rows = await context.tx
    .selectFrom('auth_session')
    .select(['id', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', actingPerson(context))
    .where('expires_at', '>', context.now)
    .where('waits_for', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    since: row.created_at,
    lastSeenAt: row.updated_at,
    expiresAt: row.expires_at,
    address: row.ip_address || null,
    agent: row.user_agent || null,
  }));
}

/** A person's tokens, newest first; never what they are. */
export async function tokensOf(context: Context): Promise<z.input<typeof myTokensOut>> {
  withOwnHands(context.actor);
  const rows = await context.tx
    .selectFrom('personal_token')
    .select(['id', 'name', 'rights', 'made_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', actingPerson(context))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  const { tokens } = await securityOf(context.tx);
  const items = rows.map((row) => ({
    id: row.id,
    name: row.name,
    rights: row.rights,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }));
  return { items, longestDays: tokens.longestDays };
}
