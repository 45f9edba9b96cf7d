import { sql } from 'kysely';
import type { z } from 'zod';
import { currencyOf } from '../budget/facts.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { totalsOf } from './accounts.ts';
import type { Accounts } from './facts.ts';
import { linesOf } from './facts.ts';
import type { publishedAccountsOut } from './view.ts';

/** Two years of quarters; what is older is read at the centre. */
const MOST = 8;

type Row = Accounts & { former_at: Instant | null };

/** What owners are told of income and expenditure: of each period the newest version that was published (FEE-04, REPT-23). */
export async function publishedAccounts(
  context: Context,
  centreId: Id<'centre'>,
): Promise<z.input<typeof publishedAccountsOut>> {
  const { rows } = await sql<Row>`
    select a.*, (select max(f.published_at) from accounts f where f.centre_id = a.centre_id and f.period = a.period
      and f.begins = a.begins and f.version < a.version) as former_at
    from (select distinct on (from_at, period) * from accounts where centre_id = ${centreId} and published_at is not null
      order by from_at desc, period, version desc limit ${MOST}) a
    order by a.from_at desc, a.period`.execute(context.tx);
  const lines = await linesOf(
    context.tx,
    rows.map(({ id }) => id),
  );
  const [names, currency] = [await personNames(context), await currencyOf(context)];
  return {
    items: rows.map((row) => ({
      id: row.id,
      period: row.period,
      begins: row.begins,
      version: row.version,
      currency,
      totals: totalsOf(lines.get(row.id) ?? []),
      publishedAt: row.published_at!,
      publishedBy: names.get(row.published_by_id ?? '') ?? '',
      remark: row.remark,
      lines: (lines.get(row.id) ?? []).map(({ side, name, amount, note }) => ({ side, name, amount, note })),
      corrects: row.former_at === null ? null : { publishedAt: row.former_at, because: row.corrects_because },
    })),
  };
}
