import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import { ownClass } from '../customer-class/facts.ts';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../kernel/refusal.ts';
import { settingsOf } from '../pack/settings.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { sightOf } from '../search/sight.ts';
import type { CustodianRules } from './rules.ts';
import type { CustodianContactTable, CustodianTable } from './table.ts';
import { USUAL_PERCENT } from './custodian.ts';

export type CustodianRow = Selectable<CustodianTable>;
export type OwedContact = Selectable<CustodianContactTable>;

/** Refuses where the house has not said who has customers given to him. */
export async function custodianRulesOf(context: Context): Promise<CustodianRules> {
  const { custodians } = await settingsOf(context);
  if (!custodians) throw new Refused('custodian.no_rules');
  return custodians;
}

export type Specialist = { id: Id<'person'>; name: string; percent: number; version: number; has: number };

/** Who may have customers at this centre: holders of the posts named, with what each can take and how many he has; by name. */
export async function specialists(context: Context): Promise<Specialist[]> {
  const { posts } = await custodianRulesOf(context);
  const { rows } = await sql<Specialist>`
    select p.id, p.name, coalesce(a.percent, ${USUAL_PERCENT}) as percent, coalesce(a.version, 0) as version,
      (select count(*)::int from custodian u where u.person_id = p.id and u.until_at is null) as has
    from person p
    left join lateral (select percent, version from specialist_ability s where s.person_id = p.id
      order by version desc limit 1) a on true
    where p.left_at is null and exists (select from person_post h join post o on o.id = h.post_id
      where h.person_id = p.id and h.deputy_rank is null and o.key = any(${posts}::text[])
        and o.centre_id = ${await centreOf(context)})
    order by p.name, p.id`.execute(context.tx);
  return rows;
}

/** Each of them is a specialist; `path` says which is not. */
export async function orNoSpecialist(
  context: Context,
  people: readonly { id: Id<'person'>; path: string }[],
): Promise<void> {
  const known = new Set((await specialists(context)).map(({ id }) => id));
  const wrong = people.find(({ id }) => !known.has(id));
  if (wrong) throw new Invalid('custodian.no_specialist', { path: wrong.path });
}

/** Whose a customer (an id or a column of one) is now. */
export function custodianNow(customerId: RawBuilder<unknown>): RawBuilder<Id<'person'> | null> {
  return sql`(select u.person_id from custodian u where u.customer_id = ${customerId} and u.until_at is null)`;
}

/** Customers on file whom the actor sees, as a condition on `customer c`; of this class, where one is named. */
export function inSight(context: Context, classKey?: string): RawBuilder<unknown> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null }) ?? sql<boolean>`false`;
  return sql`c.erased_at is null and ${sight} ${classKey === undefined ? sql`` : sql`and ${ownClass(sql`c.id`)} = ${classKey}`}`;
}

export async function lockOwed({ tx }: Context, id: Id<'custodian_contact'>): Promise<OwedContact> {
  const row = await tx
    .selectFrom('custodian_contact')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('custodian.contact_unknown');
  return row;
}
