import { sql } from 'kysely';
import { customerPage } from '../../src/customer/page.ts';
import { likelyMatters } from '../../src/contact/likely.ts';
import type { Actor } from '../../src/organisation/can.ts';
import { placePage } from '../../src/place/page.ts';
import type { Context, Organisation } from '../../src/platform/context.ts';
import { noSignals } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/db.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { deskCustomer, deskPlace } from '../../src/search/desk.ts';
import { searchEverywhere } from '../../src/search/everywhere.ts';
import { lookUp } from '../../src/search/look-up.ts';
import { pick, seeded } from './corpus.ts';

type Person = { id: string; name: string; digits: string; place_id: string; code: string; number: number };
type Act = (context: Context, given: Person) => Promise<unknown>;

/** What the front desk asks for all day, each as a request would. */
export const ACTS: Record<string, Act> = {
  'look-up: whole number': (context, one) => lookUp(context, one.digits.slice(3)),
  'look-up: last four digits': (context, one) => lookUp(context, one.digits.slice(-4)),
  'look-up: first six digits': (context, one) => lookUp(context, one.digits.slice(3, 9)),
  'look-up: flat': (context, one) => lookUp(context, one.code),
  'look-up: room': (context, one) => lookUp(context, one.code.split('-')[1]!),
  'look-up: name': (context, one) => lookUp(context, one.name),
  'look-up: ticket number': (context, one) => lookUp(context, String(one.number)),
  'front desk: customer': (context, one) => deskCustomer(context, one.id),
  'front desk: place': (context, one) => deskPlace(context, one.place_id),
  'likely duplicates': (context, one) =>
    likelyMatters(context, { kind: 'leak', placeId: one.place_id as never, customerId: one.id as never }),
  'customer page': (context, one) => customerPage(context, one.id),
  'place page': (context, one) => placePage(context, one.place_id),
  'search everywhere: name': (context, one) => searchEverywhere(context, { q: one.name, limit: 20 } as never),
};

export type DeskTimes = Record<string, { p50: number; p95: number; most: number }>;

export async function someCustomers(database: Database, schema: string): Promise<Person[]> {
  return database.read(schema, async (tx) => {
    const found = await sql<Person>`
      select c.id, c.name, f.digits, cp.place_id, p.code, t.number
      from (select * from ticket tablesample bernoulli (5) repeatable (7) order by opened_at desc limit 2000) t
        join customer c on c.id = t.customer_id join customer_phone f on f.customer_id = c.id
        join customer_place cp on cp.customer_id = c.id join place p on p.id = cp.place_id`.execute(tx);
    return found.rows;
  });
}

/** Times in milliseconds on the server, database included: `rounds` of each act for customers drawn at random, half with something open. */
export async function measureDesk(
  database: Database,
  organisation: Organisation,
  actor: Actor,
  now: Instant,
  rounds = 200,
): Promise<DeskTimes> {
  const people = await someCustomers(database, organisation.schema);
  const random = seeded(5);
  const times: DeskTimes = {};
  for (const [name, act] of Object.entries(ACTS)) {
    const taken: number[] = [];
    for (let round = -10; round < rounds; round += 1) {
      const given = pick(random, people);
      const start = performance.now();
      await database.read(organisation.schema, (tx) =>
        act({ tx, now, actor, organisation, signals: noSignals(), react: async () => {}, depth: 0 }, given),
      );
      if (round >= 0) taken.push(performance.now() - start);
    }
    taken.sort((one, other) => one - other);
    const at = (share: number): number => taken[Math.floor((taken.length - 1) * share)]!;
    times[name] = { p50: at(0.5), p95: at(0.95), most: at(1) };
  }
  return times;
}
