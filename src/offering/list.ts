import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { fold } from '../kernel/text/fold.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import type { offeringsQuery } from './inputs.ts';
import type { offeringsOut, offeringVersionsOut, publishedOut } from './view.ts';

type Texts = {
  name: Words;
  features: Words;
  price: Words;
  discount: Words;
  steps: Words;
  method: Words;
  usual_time: Words;
  unit: Words;
  hours: Words;
  amount: number | null;
};

export type Offering = Texts & {
  id: Id<'offering'>;
  key: string;
  kind: string | null;
  department_id: Id<'department'> | null;
  version: number;
  closed_at: Instant | null;
  published: boolean;
  by_id: Id<'person'> | null;
  at: Instant;
  opened: number;
};

/** The newest version of each offering of a centre; some dozens. */
export async function offeringsOf(context: Context, centreId: Id<'centre'>): Promise<Offering[]> {
  const { rows } = await sql<Offering>`
    select o.id, o.key, o.kind, o.department_id, o.version, o.closed_at, v.name, v.features, v.price, v.discount, v.steps, v.method,
      v.usual_time, v.unit, v.hours, v.amount, v.published, v.by_id, v.at,
      (select count(*)::int from service_ticket s where s.offering_id = o.id) as opened
    from offering o join offering_version v on v.offering_id = o.id and v.version = o.version
    where o.centre_id = ${centreId} order by v.name->>'zh-hans', o.id`.execute(context.tx);
  return rows;
}

export async function offeringNow(context: Context, id: Id<'offering'>): Promise<Offering | undefined> {
  return (await offeringsOf(context, await centreOf(context))).find((one) => one.id === id);
}

const wordsOf = (one: Texts) => ({
  name: one.name,
  features: one.features,
  price: one.price,
  discount: one.discount,
  steps: one.steps,
  method: one.method,
  usualTime: one.usual_time,
  unit: one.unit,
  hours: one.hours,
});

/** What is told of it, by the names that the API has. */
export const textsOf = (one: Texts) => ({ ...wordsOf(one), amount: one.amount });

function holds(one: Texts, wanted: string): boolean {
  const all = Object.values(wordsOf(one)).flatMap((words) => Object.values(words));
  return all.some((text) => fold(text).includes(wanted));
}

type Query = z.output<typeof offeringsQuery>;

/** What the centre offers and knows of, found by any of its words, width, case and script aside. */
export async function listOfferings(context: Context, query: Query): Promise<z.input<typeof offeringsOut>> {
  const centreId = await centreOf(context);
  const wanted = fold(query.q);
  const found = (await offeringsOf(context, centreId)).filter(
    (one) =>
      (query.closed || one.closed_at === null) &&
      (query.services === undefined || (one.kind !== null) === query.services) &&
      (wanted === '' || holds(one, wanted)),
  );
  const names = await personNames(context);
  const all = await departments(context);
  const items = found.map((one) => ({
    id: one.id,
    ...textsOf(one),
    version: one.version,
    kind: one.kind,
    department: one.department_id === null ? null : { id: one.department_id, name: all.get(one.department_id)!.name },
    published: one.published,
    closedAt: one.closed_at,
    changedBy: named(names, one.by_id),
    changedAt: one.at,
    opened: one.opened,
  }));
  return { items, can: { edit: can(context.actor, 'limit.edit', { centreId }) } };
}

/** What customers may read: published and still offered. */
export async function publishedOfferings(
  context: Context,
  centreId: Id<'centre'>,
): Promise<z.input<typeof publishedOut>[]> {
  const all = await offeringsOf(context, centreId);
  return all.filter((one) => one.published && one.closed_at === null).map((one) => ({ id: one.id, ...textsOf(one) }));
}

/** What was told of it before, the newest first, a hundred at most. */
export async function offeringVersions(
  context: Context,
  id: Id<'offering'>,
): Promise<z.input<typeof offeringVersionsOut>> {
  if (!(await offeringNow(context, id))) throw new NotFound('offering.unknown');
  const rows = await context.tx
    .selectFrom('offering_version')
    .selectAll()
    .where('offering_id', '=', id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  const names = await personNames(context);
  return {
    items: rows.map((row) => ({
      version: row.version,
      ...textsOf(row),
      published: row.published,
      by: named(names, row.by_id),
      why: row.why,
      at: row.at,
    })),
  };
}
