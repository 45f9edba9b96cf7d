import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Right } from '../organisation/rights.ts';
import type { Instant } from '../kernel/time.ts';

export type AuthKeyTable = {
  one: true;
  /** What signs the library's cookies. */
  secret: string;
  made_at: Instant;
};

/** The sign-in library names the columns of the next three; `user` is our person. */
export type AuthSessionTable = {
  id: Id<'session'>;
  /** sha-256 of the cookie's token. */
  token: string;
  user_id: Id<'person'>;
  created_at: Instant;
  /** Last seen, to the hour. */
  updated_at: Instant;
  expires_at: Instant;
  /** What it still owes before it opens anything; null: nothing. */
  waits_for: Generated<'code' | 'enrolment' | 'password' | null>;
  /** Who vouched; null: a password. */
  provider_id: Generated<Id<'identity_provider'> | null>;
  ip_address: string | null;
  user_agent: string | null;
};

export type AuthAccountTable = {
  id: Id<'account'>;
  user_id: Id<'person'>;
  /** `credential` for a password; else who vouches for the person. */
  provider_id: string;
  account_id: string;
  /** argon2id */
  password: Generated<string | null>;
  access_token: Generated<string | null>;
  refresh_token: Generated<string | null>;
  id_token: Generated<string | null>;
  access_token_expires_at: Generated<Instant | null>;
  refresh_token_expires_at: Generated<Instant | null>;
  scope: Generated<string | null>;
  created_at: Instant;
  updated_at: Instant;
};

export type AuthVerificationTable = {
  id: Id<'verification'>;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Instant;
  updated_at: Instant;
};

export type SignInAttemptTable = {
  /** Digest of an account, an address, or both. */
  key: string;
  failures: number;
  since: Instant;
};

export type PasswordCodeTable = {
  person_id: Id<'person'>;
  hash: string;
  /** The administrator who made it. */
  by_id: Id<'person'>;
  made_at: Instant;
  expires_at: Instant;
};

export type PersonalTokenTable = {
  id: Id<'token'>;
  person_id: Id<'person'>;
  name: string;
  hash: string;
  /** What it may be used for, of what its person may. */
  rights: Right[];
  made_at: Instant;
  expires_at: Instant;
  /** To ten minutes. */
  last_used_at: Instant | null;
};

export type SecurityVersionTable = {
  version: number;
  content: Json<unknown>;
  by_id: Id<'person'>;
  why: string;
  at: Instant;
};

export type SecondFactorTable = {
  person_id: Id<'person'>;
  /** Sealed with the house's key. */
  secret: string;
  begun_at: Instant;
  /** Null until a first code proved that the telephone knows the secret. */
  confirmed_at: Instant | null;
  /** The half minute of the last code taken. */
  last_step: Generated<number>;
};

export type BackupCodeTable = {
  person_id: Id<'person'>;
  hash: string;
  used_at: Instant | null;
};

export type TrustedDeviceTable = {
  hash: string;
  person_id: Id<'person'>;
  made_at: Instant;
  expires_at: Instant;
};

export type SecondFactorResetTable = {
  person_id: Id<'person'>;
  by_id: Id<'person'>;
  why: string;
  at: Instant;
};

export type IdentityProviderTable = {
  id: Id<'identity_provider'>;
  name: string;
  issuer: string;
  client_id: string;
  /** Sealed with the house's key; null: a public client. */
  secret: string | null;
  scopes: string;
  /** How somebody is known who comes for the first time; `link`: not at all. */
  known_by: 'email' | 'username' | 'link';
  /** Whoever is not known is made a person with this post; null: is refused. */
  new_post_id: Id<'post'> | null;
  asks_code: boolean;
  ends_there: boolean;
  closed_at: Instant | null;
  made_at: Instant;
};

export type IdentityAttemptTable = {
  /** sha-256 of the state. */
  state: string;
  provider_id: Id<'identity_provider'>;
  nonce: string;
  verifier: string;
  /** Who links it to himself; null: somebody signs in. */
  person_id: Id<'person'> | null;
  next: string | null;
  expires_at: Instant;
};

export type PasswordHistoryTable = {
  person_id: Id<'person'>;
  /** argon2id */
  password: string;
  replaced_at: Instant;
};
