import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNotPrivacy } from '../may.ts';
import type { RuleKey } from '../privacy.ts';
import { whyNotDays } from '../privacy.ts';
import { planNextRun } from './forget-by-age.ts';

/** Turns a rule on, to so many days, or off. Nothing goes before the next night, so that a mistake can be taken back. */
export async function changeRetention(
  context: Context,
  key: RuleKey,
  { days, why }: { days: number | null; why: string },
): Promise<void> {
  orNotPrivacy(context);
  const wrong = whyNotDays(key, days);
  if (wrong) throw new Invalid(wrong.code, { path: 'days', ...wrong.params });
  const { tx, now } = context;
  if (days === null) await tx.deleteFrom('retention_rule').where('key', '=', key).execute();
  else {
    const row = { days, changed_at: now, by_id: actingPerson(context), why, done_until: null };
    await tx
      .insertInto('retention_rule')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
    await planNextRun(context);
  }
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'retention.changed', data: { key, days } });
}
