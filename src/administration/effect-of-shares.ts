import { sql } from 'kysely';
import type { z } from 'zod';
import { DAY, plus } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { VisitFacts } from '../return-visit/return-visit.ts';
import { visitFacts } from '../return-visit/facts.ts';
import { ruleFor } from '../return-visit/return-visit.ts';
import type { kindEffectOut } from './effect-shapes.ts';

const DAYS = 30;

type Counted = VisitFacts & { count: number };
type Shares = z.input<typeof kindEffectOut>['shares'];

/** What other return-visit shares would have come to in the last 30 days, rule by rule; only those that differ. */
export async function effectOfShares(context: Context, kind: Kind): Promise<Shares> {
  const before = (await currentKinds(context)).find((one) => one.key === kind.key)?.kind;
  const changed = kind.visits.flatMap((rule) => {
    const former = before?.visits.find((one) => one.key === rule.key);
    const [was, will] = [former?.share ?? 100, rule.share ?? 100];
    return former && was !== will ? [{ rule, was, will }] : [];
  });
  if (changed.length === 0) return [];
  const counted = await settledLately(context, kind.key);
  return changed.map(({ rule, was, will }) => {
    const under = counted.filter((facts) => ruleFor(kind.visits, facts)?.key === rule.key);
    const settled = under.reduce((sum, { count }) => sum + count, 0);
    const of = (percent: number) => Math.round((settled * percent) / 100);
    const visits = { visitsBefore: of(was), visitsAfter: of(will) };
    return { rule: rule.key, name: rule.name, settled, before: was, after: will, ...visits };
  });
}

/** Matters of a kind closed in the last 30 days, by what rules of visits look at. Read by `ticket_closed`. */
async function settledLately({ tx, now }: Context, kind: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select f.vip, f."safetyPlace", count(*)::int as count
    from ticket t cross join lateral (select ${visitFacts(sql`t.customer_id`, sql`t.place_id`)}) f
    where t.closed_at >= ${plus(now, -DAYS * DAY)}::timestamptz and t.kind = ${kind} and t.stage_class = 'closed'
    group by 1, 2`.execute(tx);
  return rows;
}
