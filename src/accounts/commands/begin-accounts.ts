import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import type { StaffPost } from '../../organisation/staff.ts';
import { readStaff } from '../../organisation/staff.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../accounts.ts';
import type { Accounts } from '../facts.ts';
import type { AccountPeriod, AccountsRules } from '../rules.ts';

/** What is owed of the period that runs now; begun already, it stays as it is. */
export async function beginCurrentAccounts(context: Context): Promise<void> {
  const { accounts: rules } = await settingsOf(context);
  if (rules) await begin(context, rules, context.now);
}

/** The periods after these, once each, so that after an outage none is skipped. */
export async function beginAccountsAfter(context: Context, ids: readonly Id<'accounts'>[]): Promise<void> {
  if (ids.length === 0) return;
  const { accounts: rules } = await settingsOf(context);
  if (!rules) return;
  const rows = await context.tx.selectFrom('accounts').select('until_at').where('id', 'in', ids).execute();
  for (const { until_at } of rows) await begin(context, rules, until_at);
}

/** The house may want them at another interval, or of nobody, now: what runs and was not supplied is let off, and begins by what holds. */
export async function followAccountsRules(context: Context): Promise<void> {
  const { accounts: rules } = await settingsOf(context);
  const running = await context.tx
    .selectFrom('accounts')
    .select(['id', 'period'])
    .where('supplied_at', 'is', null)
    .where('published_at', 'is', null)
    .where('until_at', '>', context.now)
    .execute();
  for (const { id, period } of running)
    if (period !== rules?.period)
      await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.supply], reason: 'rules_changed' });
  await beginCurrentAccounts(context);
}

async function begin(context: Context, rules: AccountsRules, moment: Instant): Promise<void> {
  const post = await postOf(context, rules.owes);
  if (!post) return;
  const period = periodOf(rules.period, (await centres(context)).get(post.centreId)!.zone, moment);
  const id = await makeAccounts(context, post.centreId, period);
  if (!id) return;
  const limit = { ...rules.limit, ladder: [FOOT, ...rules.limit.ladder] };
  await owe(context, { id, centre_id: post.centreId }, { kind: OWED_AS.supply, post, limit, startedAt: period.until });
}

/** The first version of a period; null where it is there. */
export async function makeAccounts(
  context: Context,
  centreId: Id<'centre'>,
  { period, begins, from, until }: Period<AccountPeriod>,
): Promise<Id<'accounts'> | null> {
  const id = newId<'accounts'>(context.now);
  const values = { id, centre_id: centreId, period, begins, from_at: from, until_at: until, version: 1 };
  const made = await context.tx
    .insertInto('accounts')
    .values({ ...values, ...NOTHING_YET })
    .onConflict((conflict) => conflict.columns(['centre_id', 'period', 'begins', 'version']).doNothing())
    .executeTakeFirst();
  if (Number(made.numInsertedOrUpdatedRows) === 0) return null;
  await record(context, { subject: { type: 'accounts', id }, type: 'accounts.begun', data: { period, begins } });
  return id;
}

export const NOTHING_YET = {
  corrects_because: '',
  remark: '',
  supplied_at: null,
  supplied_by_id: null,
  sent_back_at: null,
  sent_back_because: '',
  published_at: null,
  published_by_id: null,
} as const;

export async function postOf(context: Context, key: string): Promise<StaffPost | undefined> {
  return [...(await readStaff(context)).posts.values()].find((post) => post.key === key);
}

type Owed = { kind: string; post: StaffPost | undefined; limit: Limit; startedAt?: Instant };

/** Owed by a post of the house, from its first day on, so that it is seen coming. */
export async function owe(
  context: Context,
  { id, centre_id: centreId }: Pick<Accounts, 'id' | 'centre_id'>,
  { kind, post, limit, startedAt = context.now }: Owed,
): Promise<void> {
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  const departmentId = post?.departmentId ?? null;
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'accounts', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit,
      startedAt,
    },
  ]);
}
