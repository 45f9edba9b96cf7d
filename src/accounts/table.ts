import type { ColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { AccountSide } from './accounts.ts';
import type { AccountPeriod } from './rules.ts';

export type AccountsTable = {
  id: Id<'accounts'>;
  centre_id: Id<'centre'>;
  period: AccountPeriod;
  /** First day of the period, YYYY-MM-DD. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  version: number;
  corrects_because: string;
  remark: string;
  supplied_at: Instant | null;
  supplied_by_id: Id<'person'> | null;
  sent_back_at: Instant | null;
  sent_back_because: string;
  published_at: Instant | null;
  published_by_id: Id<'person'> | null;
};

export type AccountLineTable = {
  id: Id<'account_line'>;
  accounts_id: Id<'accounts'>;
  side: AccountSide;
  name: string;
  /** A bigint: pg reads it as text. */
  amount: ColumnType<string, number, number>;
  note: string;
  no: number;
  removed_at: Instant | null;
};
