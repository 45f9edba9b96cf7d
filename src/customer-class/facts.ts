import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { untranslated } from '../kernel/words.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { ClassLimit, CustomerClass } from './standard.ts';
import { NO_STANDARD } from './standard.ts';

export async function customerClasses(context: Context): Promise<readonly CustomerClass[]> {
  return (await settingsOf(context)).customerClasses ?? [];
}

/** What a class is called; one that the house no longer has keeps its key. */
export function classNamed(classes: readonly CustomerClass[], key: string | null) {
  if (key === null) return null;
  return { key, name: classes.find((one) => one.key === key)?.name ?? untranslated(key) };
}

/** Under which class a customer (an id, or a column of one) stands himself; null: under none. */
export function ownClass(customerId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select k.class from customer_class k where k.customer_id = ${customerId} order by k.version desc limit 1)`;
}

export type Standing = { customerId: Id<'customer'>; class: string };
type Asked = { id: Id<'customer'>; at: Instant };

type Said = Standing & { nth: number; own: boolean };

/**
 * Under which class customers stood at a moment, in the order asked: each one's own, else that of a household or firm he belongs to.
 * Reached by index from the customers asked for: it is asked at every opening.
 */
export async function classesAt({ tx }: Context, asked: readonly Asked[]): Promise<(Standing | null)[]> {
  const { rows } = await sql<Omit<Said, 'class'> & { class: string | null }>`
    select w.nth::int as nth, k.customer_id as "customerId", k.class, k.customer_id = w.id as own
    from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ at }) => at)}::timestamptz[]) with ordinality w (id, at, nth)
    cross join lateral (select w.id union all select m.group_id from customer_member m where m.member_id = w.id) g (id)
    join customer_class k on k.customer_id = g.id and k.at <= w.at
    order by k.version`.execute(tx);
  const newest = new Map(rows.map((row) => [`${row.nth} ${row.customerId}`, row]));
  const standing = Map.groupBy(
    [...newest.values()].filter((row): row is Said => row.class !== null),
    ({ nth }) => nth,
  );
  return asked.map((_, index) => firstOf(standing.get(index + 1) ?? []));
}

/** His own before that of a group, and of several groups always the same. */
function firstOf(found: readonly Said[]): Standing | null {
  const [first] = found.toSorted(
    (one, other) => Number(other.own) - Number(one.own) || (one.customerId < other.customerId ? -1 : 1),
  );
  return first ? { customerId: first.customerId, class: first.class } : null;
}

export async function classAt(context: Context, id: Id<'customer'>, at: Instant): Promise<Standing | null> {
  return (await classesAt(context, [{ id, at }]))[0] ?? null;
}

/** The class a customer stands under now, as the house has it. */
export async function classOf(context: Context, id: Id<'customer'>): Promise<CustomerClass | null> {
  const standing = await classAt(context, id, context.now);
  return (await customerClasses(context)).find(({ key }) => key === standing?.class) ?? null;
}

type Case = { id: Id<'ticket'>; customer_id: Id<'customer'> | null; opened_at: Instant };
export type StandardOf = (ticket: Pick<Case, 'id'>) => readonly ClassLimit[];

/**
 * By which limits the clocks of cases run: those of the class that each one's customer stood under as it was opened, so that another
 * class holds for what is opened from then on (CUST-10).
 */
export async function standardsOf(context: Context, cases: readonly Case[]): Promise<StandardOf> {
  const classes = (await customerClasses(context)).filter(({ limits }) => limits.length > 0);
  const of = cases.filter((one) => one.customer_id !== null);
  if (classes.length === 0 || of.length === 0) return () => NO_STANDARD;
  const standing = await classesAt(
    context,
    of.map(({ customer_id: id, opened_at: at }) => ({ id: id!, at })),
  );
  const limits = new Map(
    of.map(({ id }, at) => [id, classes.find(({ key }) => key === standing[at]?.class)?.limits ?? NO_STANDARD]),
  );
  return ({ id }) => limits.get(id) ?? NO_STANDARD;
}

/** By transaction, ticket and customer: a matter that is opened and sent to hands in one act asks twice. */
const asked = new WeakMap<Tx, Map<string, Promise<readonly ClassLimit[]>>>();

export function standardOf(context: Context, ticket: Case): Promise<readonly ClassLimit[]> {
  const known = asked.get(context.tx) ?? new Map<string, Promise<readonly ClassLimit[]>>();
  asked.set(context.tx, known);
  const key = `${ticket.id} ${ticket.customer_id}`;
  const answer = known.get(key) ?? standardsOf(context, [ticket]).then((of) => of(ticket));
  known.set(key, answer);
  return answer;
}
