import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { id, idOut, line, momentOut, momentOrNotYet } from '../platform/http/shapes.ts';
import { withOwnHands } from './auth.ts';
import { orNotForAll } from './commands/reach-sign-in.ts';

const knownBy = z
  .enum(['email', 'username', 'link'])
  .describe(
    'How somebody is known who comes for the first time: verified mail address, user name, or not at all: he links it himself',
  );

export const providerInput = z.strictObject({
  name: line.max(60).describe('As it stands on the button'),
  issuer: z.string().trim().min(1).max(300).describe('Its address, as it calls itself; https, or http on this machine'),
  clientId: z.string().trim().min(1).max(300).describe('As what we are known there'),
  secret: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe('Kept sealed, never shown; left out: as it was, or none'),
  scopes: z
    .string()
    .trim()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/)
    .refine((text) => text.split(' ').includes('openid'))
    .default('openid email profile')
    .describe('What is asked for; openid must be among it'),
  knownBy,
  newPostId: id('post').nullable().describe('Whoever is not known is made a person with this post; null: is refused'),
  asksCode: z.boolean().describe('Our own second factor is asked for after it'),
  endsThere: z.boolean().describe('Signing out here leads to signing out there'),
});
export type ProviderInput = z.output<typeof providerInput>;

export const providerOut = z.object({
  id: idOut('identity_provider'),
  name: z.string().describe('As it stands on the button'),
  issuer: z.string().describe('Its address, as it calls itself'),
  clientId: z.string().describe('As what we are known there'),
  hasSecret: z.boolean().describe('A secret is kept'),
  scopes: z.string().describe('What is asked for'),
  knownBy,
  newPostId: idOut('post')
    .nullable()
    .describe('Whoever is not known is made a person with this post; null: is refused'),
  asksCode: z.boolean().describe('Our own second factor is asked for after it'),
  endsThere: z.boolean().describe('Signing out here leads to signing out there'),
  closedAt: momentOrNotYet.describe('Since when nobody comes in by it; null: it is open'),
  linked: z.number().int().describe('How many people are linked to it'),
});

export const providerButton = z.object({
  id: idOut('identity_provider'),
  name: z.string().describe('What to write on the button'),
});

export const ownIdentityOut = z.object({
  provider: providerButton.describe('Who vouches'),
  linkedAt: momentOrNotYet.describe('Since when it is linked to you; null: it is not'),
  lastUsedAt: momentOut.nullable().describe('When you last came in by it; null: it is not linked'),
});

/** Every provider, with how many came in by it. */
export async function providers(context: Context): Promise<z.input<typeof providerOut>[]> {
  orNotForAll(context);
  const rows = await context.tx
    .selectFrom('identity_provider as p')
    .selectAll('p')
    .select((row) =>
      row
        .selectFrom('auth_account as a')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('a.provider_id', '=', row.cast<string>('p.id', 'text'))
        .as('linked'),
    )
    .orderBy('p.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    hasSecret: row.secret !== null,
    scopes: row.scopes,
    knownBy: row.known_by,
    newPostId: row.new_post_id,
    asksCode: row.asks_code,
    endsThere: row.ends_there,
    closedAt: row.closed_at,
    linked: Number(row.linked),
  }));
}

/** Every provider with whether one's own account there is linked. */
export async function ownIdentities(context: Context): Promise<z.input<typeof ownIdentityOut>[]> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  const rows = await context.tx
    .selectFrom('identity_provider as p')
    .leftJoin('auth_account as a', (on) =>
      on.on('a.user_id', '=', personId).on((e) => e('a.provider_id', '=', e.cast<string>('p.id', 'text'))),
    )
    .select(['p.id', 'p.name', 'a.created_at as linkedAt', 'a.updated_at as lastUsedAt'])
    .where('p.closed_at', 'is', null)
    .orderBy('p.made_at')
    .execute();
  return rows.map(({ id: provider, name, ...row }) => ({ provider: { id: provider, name }, ...row }));
}
