import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { currencyOf } from '../budget/facts.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { AccountsState } from './accounts.ts';
import { accountsStateOf, totalsOf } from './accounts.ts';
import type { Accounts, Line } from './facts.ts';
import { linesOf } from './facts.ts';
import type { AccountsQuery } from './inputs.ts';
import type { AccountsLine, accountsOut } from './view.ts';

export type AccountsRow = Accounts & { owner_id: Id<'person'> | null; due_at: Instant | null };

const IN_STATE: Record<AccountsState, RawBuilder<unknown>> = {
  open: sql`a.supplied_at is null and a.sent_back_at is null and a.published_at is null`,
  sent_back: sql`a.supplied_at is null and a.sent_back_at is not null`,
  supplied: sql`a.supplied_at is not null and a.published_at is null`,
  published: sql`a.published_at is not null`,
};

/** Each with what is owed on it now. */
export async function accountsRows(
  { tx }: Context,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<AccountsRow[]> {
  const { rows } = await sql<AccountsRow>`
    select a.*, c.owner_id, c.due_at from accounts a
    left join lateral (select owner_id, due_at from commitment where subject_id = a.id and settled_at is null order by due_at limit 1) c on true
    where ${sql.join(wanted, sql` and `)} order by a.from_at desc, a.id desc limit ${most}`.execute(tx);
  return rows;
}

/** Income and expenditure period by period, every version, the newest first (FEE-04). */
export async function listAccounts(context: Context, query: AccountsQuery): Promise<z.input<typeof accountsOut>> {
  const reach = reachOf(context.actor, 'budget.see');
  const wanted = [reach?.all ? sql`true` : sql`a.centre_id = any(${centresOf(context)}::uuid[])`];
  if (query.state) wanted.push(IN_STATE[query.state]);
  if (query.from) wanted.push(sql`a.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`a.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(a.from_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await accountsRows(context, wanted, query.limit + 1);
  const lines = await linesOf(
    context.tx,
    rows.map(({ id }) => id),
  );
  const [names, currency] = [await personNames(context), await currencyOf(context)];
  return page(
    rows,
    query.limit,
    (row) => accountsLine(row, lines.get(row.id) ?? [], names, currency),
    (row) => cursorOf(row.from_at, row.id),
  );
}

/** What a centre publishes is no secret of one department. */
export function centresOf({ actor }: Context): Id<'centre'>[] {
  return actor.posts.filter((post) => post.rights['budget.see'] !== undefined).map((post) => post.centreId);
}

export function accountsLine(row: AccountsRow, lines: readonly Line[], names: Names, currency: string): AccountsLine {
  return {
    id: row.id,
    period: row.period,
    begins: row.begins,
    version: row.version,
    currency,
    totals: totalsOf(lines),
    from: row.from_at,
    until: row.until_at,
    state: accountsStateOf(row),
    owner: named(names, row.owner_id),
    dueAt: row.due_at,
    suppliedAt: row.supplied_at,
    suppliedBy: named(names, row.supplied_by_id),
    publishedAt: row.published_at,
    publishedBy: named(names, row.published_by_id),
    correctsBecause: row.corrects_because,
  };
}
