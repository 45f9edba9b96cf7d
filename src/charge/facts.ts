import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { periodAfter } from '../kernel/working-time/period.ts';
import { centres } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { centreOf, holdersOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { ChargeItem, Charging } from './items.ts';

type Department = Id<'department'>;

/** What this house charges, and who answers for it. */
export async function chargingOf(context: Context): Promise<Charging> {
  const { charging } = await settingsOf(context);
  if (!charging) throw new Refused('charge.nothing_charged');
  return charging;
}

export function itemOf({ items }: Charging, key: string): ChargeItem {
  const item = items.find((one) => one.key === key);
  if (!item) throw new NotFound('charge.item_unknown');
  return item;
}

/** The first moment after a day, where the centre stands. */
export async function dayOver(context: Context, centreId: Id<'centre'>, day: string): Promise<Instant> {
  const { zone } = (await centres(context)).get(centreId)!;
  return periodAfter({ period: 'day', begins: day }, zone).from;
}

export type Answering = {
  postId: Id<'post'> | undefined;
  departmentId: Id<'department'> | null;
  ownerId: Id<'person'> | null;
};

/** The post of this centre that answers for something, and who holds it now. */
export async function answering(context: Context, centreId: Id<'centre'>, postKey: string): Promise<Answering> {
  const all = [...(await readStaff(context)).posts.values()].filter(({ key }) => key === postKey);
  const post = all.find((one) => one.centreId === centreId) ?? all[0];
  const [ownerId = null] = post ? await holdersOf(context, { postId: post.id }) : [];
  return { postId: post?.id, departmentId: post?.departmentId ?? null, ownerId };
}

/**
 * Whose work a charge `c` is for: the department of its work order, else of its matter, else of the post that oversees charging. To be
 * compared with the id of a department; null: of none.
 */
export async function departmentOfCharge(
  context: Context,
  { posts }: Charging,
): Promise<RawBuilder<Department | null>> {
  const { departmentId } = await answering(context, await centreOf(context), posts.delivers);
  return sql`coalesce((select w.department_id from work_order w where w.id = c.work_order_id),
    (select t.department_id from ticket t where t.id = c.ticket_id), ${departmentId}::uuid)`;
}

/** Rows (`column`: their centre) whose money one may see. */
export function chargeScope({ actor }: Context, column: string): RawBuilder<unknown> {
  const reach = reachOf(actor, 'charge.see');
  return reach?.all ? sql`true` : sql`${sql.ref(column)} = any(${reach?.centres ?? []}::uuid[])`;
}

/** What each charge `c` was settled by: one look into an index for each. */
export const SETTLED = sql`left join lateral (
  select coalesce(sum(x.amount), 0)::int as settled, coalesce(sum(x.amount) filter (where x.sort = 'payment'), 0)::int as paid,
    coalesce(sum(x.amount) filter (where x.sort = 'waiver'), 0)::int as waived,
    coalesce(sum(x.amount) filter (where x.sort = 'reversal'), 0)::int as reversed
  from charge_settlement x where x.charge_id = c.id) s on true`;

export type OpenCharge = {
  id: Id<'charge'>;
  run_id: Id<'charge_run'> | null;
  centre_id: Id<'centre'>;
  due_day: string;
  open: number;
};

/** What a customer owes at a centre, the oldest first. Whoever settles any of it has locked the customer before. */
export async function openChargesOf(tx: Tx, centreId: Id<'centre'>, customerId: Id<'customer'>): Promise<OpenCharge[]> {
  const { rows } = await sql<OpenCharge>`
    select c.id, c.run_id, c.centre_id, c.due_day, c.amount - s.settled as open from charge c ${SETTLED}
    where c.customer_id = ${customerId} and c.centre_id = ${centreId} and c.amount > s.settled order by c.due_day, c.id`.execute(
    tx,
  );
  return rows;
}

/** Money taken for a matter, and what of it is still owed; null: nothing was charged for it. */
export async function moneyOfTicket(tx: Tx, ticketId: Id<'ticket'>): Promise<{ paid: number; open: number }> {
  const { rows } = await sql<{ paid: number; open: number }>`
    select coalesce(sum(s.paid), 0)::float8 as paid, coalesce(sum(c.amount - s.settled), 0)::float8 as open
    from charge c ${SETTLED} where c.ticket_id = ${ticketId}`.execute(tx);
  return rows[0]!;
}
