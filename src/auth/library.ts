import type { BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import { username } from 'better-auth/plugins/username';
import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { newId } from '../kernel/id.ts';
import type { Clock } from '../kernel/time.ts';
import { SECOND } from '../kernel/time.ts';
import { hashedSessions } from './hashed-sessions.ts';
import { LONGEST } from './password.ts';
import type { PasswordHash } from './password-hash.ts';
import { hashPassword, passwordFits } from './password-hash.ts';
import { cookiePrefix } from './session-cookie.ts';
import { AT_MOST, firstExpiry } from './session-life.ts';
import { ADDRESS_HEADER } from './sign-in.ts';
import { onPool } from './store.ts';

/** Our tables and columns under the library's names. */
const TABLES = {
  user: {
    modelName: 'auth_user',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      userId: 'user_id',
      providerId: 'provider_id',
      accountId: 'account_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'auth_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} satisfies BetterAuthOptions;

const SESSION_FIELDS = {
  userId: 'user_id',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
};

/** The library reads the machine's clock; what it stores follows ours. It turns these texts into its own dates. */
function sessionByOurClock(clock: Clock): NonNullable<BetterAuthOptions['databaseHooks']> {
  const times = () => {
    const now = clock.now();
    return { createdAt: now, updatedAt: now, expiresAt: firstExpiry(now) };
  };
  return { session: { create: { before: async () => ({ data: times() as never }) } } };
}

function optionsFor(organisation: Organisation, secret: string, clock: Clock) {
  return {
    ...TABLES,
    secret,
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    // it would log what was typed; what went wrong is thrown anyway
    logger: { disabled: true },
    // sign_in_attempt counts for all of our ways in, not only the library's
    rateLimit: { enabled: false },
    session: { modelName: 'auth_session', fields: SESSION_FIELDS, expiresIn: AT_MOST / SECOND },
    databaseHooks: sessionByOurClock(clock),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: LONGEST,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => passwordFits(hash as PasswordHash, password),
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(organisation),
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId(clock.now()), validateSchema: false },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 1, maxUsernameLength: 60, usernameValidator: () => true }),
    ],
  } satisfies BetterAuthOptions;
}

/** The sign-in library for one organisation. Its tables are named with their schema in every query. */
export async function libraryFor(database: Database, organisation: Organisation, secret: string, clock: Clock) {
  const options = optionsFor(organisation, secret, clock);
  const adapter = await getAdapter({
    ...options,
    database: { db: onPool(database), type: 'postgres', schemaName: organisation.schema },
  } as BetterAuthOptions);
  return betterAuth({ ...options, database: () => hashedSessions(adapter) });
}

export type Library = Awaited<ReturnType<typeof libraryFor>>;
