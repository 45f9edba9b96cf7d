import type { Id } from '../kernel/id.ts';
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
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Instant | null;
  refresh_token_expires_at: Instant | null;
  scope: string | null;
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
