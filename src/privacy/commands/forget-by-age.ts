import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, HOUR, plus, SECOND } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, isWaiting, recallGivenUp, record } from '../../platform/journal.ts';
import { FORGETTING } from '../forgetting.ts';
import type { RuleKey } from '../privacy.ts';
import { RULE_KEYS } from '../privacy.ts';
import { orNotPrivacy } from '../may.ts';

/** The task of the outbox that forgets (src/privacy/tasks.ts). */
export const FORGET = 'privacy.forget';

/** At three at night, where the first centre stands. */
const AT_NIGHT = 3 * HOUR;

/** One run is planned, and one only, however often it is asked for. */
export async function planNextRun(context: Context): Promise<void> {
  const { tx, now, organisation } = context;
  if (await isWaiting(context, FORGET)) return;
  const centre = await tx.selectFrom('centre').select('zone').orderBy('id').executeTakeFirstOrThrow();
  const tomorrow = periodOf('day', centre.zone, now).until;
  await afterwards(context, FORGET, organisation.id, {}, plus(tomorrow, AT_NIGHT));
}

/** As a node starts: a run that the job runner gave up for good is planned anew. */
export async function resumeForgetting(context: Context): Promise<void> {
  const rule = await context.tx.selectFrom('retention_rule').select('key').limit(1).executeTakeFirst();
  if (!rule) return;
  await recallGivenUp(context, FORGET);
  await planNextRun(context);
}

/**
 * One batch of the night's run: the first rule that still finds something gives up as many as one transaction bears. While there is
 * more, it goes on in a second; else the run ends and the next night's is planned. A run that was cancelled goes no further, and a
 * rule that fails is left for this night: the others go on.
 */
export async function forgetByAge(context: Context): Promise<void> {
  const { tx, now } = context;
  const rules = await tx.selectFrom('retention_rule').selectAll().execute();
  if (rules.length === 0) return;
  const run = await runningOr(context);
  if (run.cancelled_at === null)
    for (const key of await keysToTry(context, run.id)) {
      const rule = rules.find((one) => one.key === key);
      if (rule && (await forgetOrLeave(context, run.id, { ...rule, key }))) {
        await afterwards(context, FORGET, context.organisation.id, {}, plus(now, SECOND));
        return;
      }
    }
  await tx.updateTable('retention_run').set({ ended_at: now }).where('id', '=', run.id).execute();
  await planNextRun(context);
}

async function runningOr({ tx, now }: Context) {
  const running = await tx
    .selectFrom('retention_run')
    .selectAll()
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (running) return running;
  const fresh = { id: newId<'retention_run'>(now), started_at: now, ended_at: null };
  await tx
    .insertInto('retention_run')
    .values({ ...fresh, cancelled_at: null, cancelled_by_id: null })
    .execute();
  return { ...fresh, cancelled_at: null };
}

type Rule = { key: RuleKey; days: number; done_until: Instant | null };

/** Those that have not failed tonight. */
async function keysToTry({ tx }: Context, runId: Id<'retention_run'>): Promise<RuleKey[]> {
  const failed = await tx.selectFrom('retention_fault').select('key').where('run_id', '=', runId).execute();
  return RULE_KEYS.filter((key) => !failed.some((one) => one.key === key));
}

/** Whether something was forgotten. What a failed batch did is undone, and that it failed is noted. */
async function forgetOrLeave(context: Context, runId: Id<'retention_run'>, rule: Rule): Promise<boolean> {
  const { tx, now } = context;
  await sql`savepoint rule`.execute(tx);
  try {
    const some = await forgetSome(context, runId, rule);
    await sql`release savepoint rule`.execute(tx);
    return some;
  } catch (fault) {
    // a connection that broke fails here again: then the whole job is tried again
    await sql`rollback to savepoint rule`.execute(tx);
    const { code, name } = fault as { code?: string; name: string };
    await tx
      .insertInto('retention_fault')
      .values({ run_id: runId, key: rule.key, at: now, fault: code ?? name })
      .execute();
    return false;
  }
}

/** Whether there was anything to forget. */
async function forgetSome(context: Context, runId: Id<'retention_run'>, rule: Rule): Promise<boolean> {
  const { tx, now } = context;
  const { forget, batch } = FORGETTING[rule.key];
  const before = plus(now, -rule.days * DAY);
  const gone = await forget(context, { before, after: rule.done_until, most: batch });
  if (gone.oldest === null || gone.newest === null) return false;
  const { n, oldest, newest } = gone;
  await tx
    .insertInto('retention_report')
    .values({ run_id: runId, key: rule.key, days: rule.days, n, oldest, newest })
    .onConflict((conflict) =>
      conflict.columns(['run_id', 'key']).doUpdateSet((row) => ({
        n: row('retention_report.n', '+', n),
        oldest: row.fn('least', ['retention_report.oldest', row.val(oldest)]),
        newest: row.fn('greatest', ['retention_report.newest', row.val(newest)]),
      })),
    )
    .execute();
  await tx.updateTable('retention_rule').set({ done_until: newest }).where('key', '=', rule.key).execute();
  return true;
}

/** Stops the run of this night; what went is gone, and the next night goes on unless the rule is turned off. */
export async function cancelRun(context: Context, runId: Id<'retention_run'>): Promise<void> {
  orNotPrivacy(context);
  const { tx, now } = context;
  const run = await tx.selectFrom('retention_run').select('id').where('id', '=', runId).executeTakeFirst();
  if (!run) throw new NotFound('retention.unknown_run');
  const stopped = await tx
    .updateTable('retention_run')
    .set({ cancelled_at: now, cancelled_by_id: actingPerson(context) })
    .where('id', '=', runId)
    .where('ended_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (Number(stopped.numUpdatedRows) === 0) throw new Refused('retention.not_running');
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'retention.cancelled', data: { runId } });
}
