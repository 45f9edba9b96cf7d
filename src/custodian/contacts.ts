import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { classNamed, customerClasses, ownClass } from '../customer-class/facts.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import { sightOf } from '../search/sight.ts';
import { contactState, whyNotContact, whyNotYours } from './custodian.ts';
import type { OwedContact } from './facts.ts';
import type { OwedContactsQuery } from './inputs.ts';
import type { OwedContactLine, owedContactsOut } from './view.ts';

type Row = OwedContact & {
  customer_name: string;
  class: string | null;
  due_at: Instant;
  outcome: string | null;
  contact: OwedContactLine['contact'];
  attempts: number;
};

/** How an owed contact stands now, as a condition on `custodian_contact x` and its clock `o`. */
function standsSo({ now }: Context, state: NonNullable<OwedContactsQuery['state']>): RawBuilder<unknown> {
  const open = sql`x.done_at is null and x.dropped_at is null`;
  if (state === 'open') return sql`${open} and o.due_at >= ${now}::timestamptz`;
  if (state === 'late') return sql`${open} and o.due_at < ${now}::timestamptz`;
  if (state === 'dropped') return sql`x.dropped_at is not null`;
  return sql`x.done_at is not null and o.outcome = ${state === 'missed' ? 'late' : 'kept'}`;
}

function narrowed(context: Context, query: OwedContactsQuery): RawBuilder<unknown>[] {
  const wanted = [];
  if (query.state) wanted.push(standsSo(context, query.state));
  if (query.sort) wanted.push(sql`x.sort = ${query.sort}`);
  if (query.person) wanted.push(sql`x.person_id = ${query.person}`);
  if (query.customer) wanted.push(sql`x.customer_id = ${query.customer}`);
  if (query.mine) wanted.push(sql`x.person_id = ${context.actor.personId}`);
  if (query.from) wanted.push(sql`o.due_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`o.due_at < ${query.until}::timestamptz`);
  return wanted;
}

const CONTACT = sql`(select json_build_object('id', k.id, 'channel', k.channel, 'callerName', k.caller_name, 'need', k.need,
  'outcome', k.outcome, 'at', ${momentInJson('k.at')}, 'endedAt', ${momentInJson('k.ended_at')}) from contact k where k.id = x.contact_id)`;

/** Contacts owed with customers I see, with what was recorded of each; what falls due last comes first. */
export async function listOwedContacts(
  context: Context,
  query: OwedContactsQuery,
): Promise<z.input<typeof owedContactsOut>> {
  const wanted = [seen(context), ...narrowed(context, query)];
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(o.due_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select x.*, c.name as customer_name, ${ownClass(sql`c.id`)} as class, o.due_at, o.outcome, ${CONTACT} as contact,
      (select count(*)::int from custodian_attempt a where a.custodian_contact_id = x.id) as attempts
    from custodian_contact x join customer c on c.id = x.customer_id join commitment o on o.subject_id = x.id
    where ${sql.join(wanted, sql` and `)} order by o.due_at desc, x.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [names, classes] = [await personNames(context), await customerClasses(context)];
  const { now, actor } = context;
  return page(
    rows,
    query.limit,
    (row): OwedContactLine => ({
      id: row.id,
      sort: row.sort,
      state: contactState(row, now),
      askedAt: row.asked_at,
      dueAt: row.due_at,
      customer: { id: row.customer_id, name: row.customer_name },
      class: classNamed(classes, row.class),
      person: named(names, row.person_id),
      doneAt: row.done_at,
      contact: row.contact,
      attempts: row.attempts,
      can: { record: whyNotYours(row, actor.personId) ?? whyNotContact(row) },
    }),
    (row) => cursorOf(row.due_at, row.id),
  );
}

/** With customers whom the actor sees, and his own. */
function seen(context: Context): RawBuilder<unknown> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null }) ?? sql<boolean>`false`;
  return sql`(${sight} or x.person_id = ${context.actor.personId})`;
}

/** What is owed with a customer now, for lines and pages about him. */
export type OwedNow = Pick<OwedContactLine, 'id' | 'sort' | 'state' | 'askedAt' | 'dueAt'>;

export async function owedWith(
  { tx, now }: Context,
  customers: readonly Id<'customer'>[],
): Promise<Map<Id<'customer'>, OwedNow>> {
  const { rows } = await sql<OwedContact & { due_at: Instant; outcome: string | null }>`
    select x.*, o.due_at, o.outcome from custodian_contact x join commitment o on o.subject_id = x.id
    where x.customer_id = any(${customers}::uuid[]) and x.done_at is null and x.dropped_at is null`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.customer_id,
      { id: row.id, sort: row.sort, state: contactState(row, now), askedAt: row.asked_at, dueAt: row.due_at },
    ]),
  );
}
