import { sql } from 'kysely';
import { z } from 'zod';
import { fold } from '../kernel/text/fold.ts';
import type { Id } from '../kernel/id.ts';
import { searchQuery } from '../kernel/text/query.ts';
import { unitAsked } from '../kernel/text/unit.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { findEntries } from './entries.ts';
import type { Candidate } from './look-up-people.ts';
import { bestOf, peopleByName, peopleByPhone, peopleOfPlaces } from './look-up-people.ts';
import { sightOf } from './sight.ts';
import { customerKindOut } from '../place/view.ts';
import { idOut } from '../platform/http/shapes.ts';
import { customerNameOut, numberOut, placeCodeOut, placeOut, stageOut, titleOut, vipOut } from '../ticket/shapes.ts';

const MOST = 8;

export const lookUpAsk = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .describe('A phone or its last digits, a flat, a name or its pinyin, a ticket number'),
});

const openCountOut = z.number().describe('Tickets that are not closed');
const personFound = z.object({
  customerId: idOut('customer'),
  name: customerNameOut.shape.name,
  kind: customerKindOut,
  phoneShown: z.string().nullable().describe('The one to call first; masked unless it may be seen whole; null: none'),
  place: placeCodeOut.nullable().describe('The flat asked for, or his first'),
  relation: z.string().nullable().describe('What he is to it: owner, resident, tenant or user'),
  vip: vipOut,
  openCount: openCountOut,
  why: z.string().describe('number, number_ends, number_begins, lives_there or name'),
});

const placeFound = placeOut.pick({ code: true, name: true, kind: true }).extend({
  placeId: idOut('place'),
  residents: z.array(z.string()).describe('Up to three names'),
  openCount: openCountOut,
});

const ticketFound = z.object({
  ticketId: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  stageClass: stageOut.shape.class,
  customerName: z.string().nullable().describe('Name of the customer, or else of who called; null: neither is known'),
  placeCode: z.string().nullable().describe('How people say where it is: 3-1202; null: nowhere'),
});

export const lookUpOut = z.object({
  people: z.array(personFound).describe('Customers, those who live in the flat asked for first; 8 at most'),
  places: z.array(placeFound).describe('Those where something is open first; 8 at most'),
  tickets: z.array(ticketFound).describe('The one with this number'),
});
export type Found = z.input<typeof lookUpOut>;

const NUMERIC = /^[+#(]{0,2}[0-9][0-9 ().-]*$/;

/**
 * The front desk's one field, at most eight of each: digits find phones and flats, letters names, and a whole number its
 * ticket. Whoever lives in the flat that was named is found with it.
 */
export async function lookUp(context: Context, q: string): Promise<Found> {
  const asked = fold(q);
  const numeric = NUMERIC.test(asked);
  const places = await placesAsked(context, asked);
  const named = unitAsked(asked) !== null || /^[0-9]{5,6}$/.test(asked);
  const living =
    named && places.length <= 2
      ? await peopleOfPlaces(
          context,
          places.map((place) => place.placeId),
        )
      : [];
  const others: Candidate[] = numeric ? await peopleByPhone(context, asked) : await peopleByName(context, asked);
  const people = await bestOf(context, [...living, ...others], MOST);
  const ids = new Set(places.map((place) => place.placeId));
  return {
    people: people.map(({ id, places: homes, phone, name, kind, vip, openCount, why }) => {
      const home = homes.find((one) => ids.has(one.placeId)) ?? homes[0];
      const place = home ? { id: home.placeId, code: home.code } : null;
      return {
        customerId: id,
        name,
        kind,
        phoneShown: phone,
        place,
        relation: home?.relation ?? null,
        vip,
        openCount,
        why,
      };
    }),
    places,
    tickets: numeric ? await ticketsNumbered(context, asked) : [],
  };
}

const CANDIDATES = 24;

type PlaceRow = Found['places'][number] & { centreId: Id<'centre'> };

/** Places, those where something is open first; 3-202 before 3-1202. */
async function placesAsked(context: Context, q: string): Promise<Found['places']> {
  const sight = sightOf(context, 'place');
  // eleven digits are a telephone
  if (sight === null || /[0-9]{7}/.test(q)) return [];
  const entries = await findEntries(context.tx, { type: 'place', query: searchQuery(q), sight, limit: CANDIDATES });
  if (entries.length === 0) return [];
  const found = await sql<PlaceRow>`
    select p.id as "placeId", p.code, p.name, p.kind, p.centre_id as "centreId",
      array(select c.name from customer_place cp join customer c on c.id = cp.customer_id
        where cp.place_id = p.id and cp.until is null and c.erased_at is null
        order by array_position(array['owner', 'resident', 'tenant', 'user'], cp.relation), c.name limit 3) as residents,
      (select count(*)::int from ticket t where t.place_id = p.id and t.closed_at is null) as "openCount"
    from place p where p.id = any(${entries.map((entry) => entry.subject_id)}::uuid[])
    order by (lower(p.code) = ${q}) desc, "openCount" desc, length(p.code), p.code limit ${MOST}`.execute(context.tx);
  return found.rows.map(({ centreId, residents, ...place }) => ({
    ...place,
    residents: can(context.actor, 'customer.see', { centreId }) === null ? residents : [],
  }));
}

async function ticketsNumbered(context: Context, q: string): Promise<Found['tickets']> {
  const digits = q.replace(/^#/, '');
  const sight = sightOf(context, 'ticket', { id: 'n.id', centre: 'n.centre_id' });
  if (sight === null || !/^[0-9]{1,15}$/.test(digits)) return [];
  const found = await sql<Found['tickets'][number]>`
    select n.id as "ticketId", n.number, n.title, n.stage_class as "stageClass", coalesce(c.name, n.caller_name) as "customerName",
      p.code as "placeCode"
    from ticket n left join customer c on c.id = n.customer_id left join place p on p.id = n.place_id
    where n.number = ${Number(digits)} and ${sight}`.execute(context.tx);
  return found.rows;
}
