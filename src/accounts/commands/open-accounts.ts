import type { Id } from '../../kernel/id.ts';
import { instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { accountsRulesOf } from '../facts.ts';
import { makeAccounts } from './begin-accounts.ts';

/** The newest version of the period that a day lies in, begun where nobody has begun it: data may come of a time before it was owed. */
export async function openAccounts(context: Context, day: string): Promise<Id<'accounts'>> {
  const rules = await accountsRulesOf(context);
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'finance.supply', { centreId }));
  const period = periodOf(rules.period, (await centres(context)).get(centreId)!.zone, instant(`${day}T12:00:00Z`));
  const made = await makeAccounts(context, centreId, period);
  if (made) return made;
  const { id } = await context.tx
    .selectFrom('accounts')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('period', '=', period.period)
    .where('begins', '=', period.begins)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
