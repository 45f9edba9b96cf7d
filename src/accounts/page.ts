import { sql } from 'kysely';
import { whyNotInPost } from '../budget/budget.ts';
import { currencyOf } from '../budget/facts.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { AccountSide } from './accounts.ts';
import { whyNotCorrect, whyNotDecide, whyNotSupply, whyNotWrite } from './accounts.ts';
import type { Accounts, Line } from './facts.ts';
import { linesOf } from './facts.ts';
import type { AccountsRow } from './list.ts';
import { accountsLine, accountsRows, centresOf } from './list.ts';
import type { AccountsPage } from './view.ts';

/** One version of a period: its lines, who supplied and published it, and what was changed on the way. */
export async function accountsPage(context: Context, id: Id<'accounts'>): Promise<AccountsPage> {
  const [row] = await accountsRows(context, [sql`a.id = ${id}`], 1);
  if (!row) throw new NotFound('accounts.unknown');
  const reaches = reachOf(context.actor, 'budget.see')?.all || centresOf(context).includes(row.centre_id);
  if (!reaches) orForbid(can(context.actor, 'budget.see', { centreId: row.centre_id }));
  const [names, lines] = [await personNames(context), (await linesOf(context.tx, [id])).get(id) ?? []];
  const versions = await versionsOf(context, row);
  return {
    ...accountsLine(row, lines, names, await currencyOf(context)),
    remark: row.remark,
    sentBackBecause: row.sent_back_because,
    lines: lines.map(({ id: lineId, side, name, amount, note }) => ({ id: lineId, side, name, amount, note })),
    versions: versions.map((one) => ({ id: one.id, version: one.version, publishedAt: one.published_at })),
    changes: await changesOf(context, id, names),
    can: await abilities(
      context,
      row,
      lines,
      versions.some(({ version }) => version > row.version),
    ),
  };
}

function versionsOf({ tx }: Context, { centre_id, period, begins }: Accounts) {
  return tx
    .selectFrom('accounts')
    .select(['id', 'version', 'published_at'])
    .where('centre_id', '=', centre_id)
    .where('period', '=', period)
    .where('begins', '=', begins)
    .orderBy('version', 'desc')
    .execute();
}

type Change = {
  at: Instant;
  by_id: Id<'person'> | null;
  side: AccountSide;
  name: string;
  before: number | null;
  after: number | null;
};

const MOST_CHANGES = 100;

async function changesOf({ tx }: Context, id: Id<'accounts'>, names: Names): Promise<AccountsPage['changes']> {
  const { rows } = await sql<Change>`
    select v.happened_at as at, v.actor_id as by_id, l.name, v.data->>'side' as side,
      (v.data->>'before')::float8 as before, (v.data->>'after')::float8 as after
    from account_line l join event v on v.subject_id = l.id
    where l.accounts_id = ${id} and v.type = 'accounts.line_written'
    order by v.happened_at desc, l.no desc, v.seq desc limit ${MOST_CHANGES}`.execute(tx);
  return rows.map(({ by_id, ...row }) => ({ ...row, by: named(names, by_id) }));
}

async function abilities(
  context: Context,
  row: AccountsRow,
  lines: readonly Line[],
  newer: boolean,
): Promise<AccountsPage['can']> {
  const { actor, now } = context;
  const approves = (await settingsOf(context)).accounts?.approves ?? '';
  const [supply, approve] = (['finance.supply', 'budget.approve'] as const).map((right) =>
    can(actor, right, { centreId: row.centre_id }),
  );
  return {
    write: supply ?? whyNotWrite(row),
    supply: supply ?? whyNotSupply(row, lines, now),
    decide: approve ?? whyNotInPost(actor, approves) ?? whyNotDecide(row),
    correct: supply ?? whyNotCorrect(row, newer),
  };
}
