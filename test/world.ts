import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effects, Engine } from '../src/commitment/fire.ts';
import { fireDue } from '../src/commitment/fire.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import type { Instant, MovedClock } from '../src/kernel/time.ts';
import { instant, movedClock } from '../src/kernel/time.ts';
import { system } from '../src/organisation/can.ts';
import { createOrganisation } from '../src/organisation/commands/create-organisation.ts';
import { actorOf } from '../src/organisation/queries.ts';
import { packs } from '../src/pack/registry.ts';
import type { Context, Event, Organisation, Reaction, Signals } from '../src/platform/context.ts';
import { noSignals } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import type { Presence } from '../src/platform/live/presence.ts';
import type { Tx } from '../src/platform/tx.ts';
import { openDatabase } from '../src/platform/db.ts';
import { createOrganisationSchema, migrate } from '../src/platform/migrate.ts';
import { effects, react } from '../src/reactions/reactions.ts';
import { freshDatabase } from './database.ts';
import type { CustomerKey, PersonKey, PlaceKey } from './world-seed.ts';
import { CUSTOMERS, PEOPLE, PLACES, seedPeople, seedPlaces } from './world-seed.ts';

const SCHEMA = 'org_world';
const CREATED = instant('2026-01-05T01:00:00Z');

/** Monday 28 September 2026, 9:00 in Shanghai: an ordinary working day, three days before the National Day holidays. */
export const MONDAY = '2026-09-28T09:00+08:00';

/**
 * A residential estate as the property pack makes it, with somebody in every post, a few places and customers, in a
 * database of its own, on a clock moved by hand.
 */
export type World = {
  /** Where a node or a second connection reaches the same database. */
  url: string;
  database: Database;
  organisation: Organisation;
  clock: MovedClock;
  engine: Engine;
  centreId: Id<'centre'>;
  people: Record<PersonKey, Id<'person'>>;
  places: Record<PlaceKey, Id<'place'>>;
  customers: Record<CustomerKey, Id<'customer'>>;
  departments: Record<string, Id<'department'>>;
  posts: Record<string, Id<'post'>>;
  /** What the transactions so far announced, in order. */
  announced: Signals[];
  /** Sets the clock: `world.at('2026-10-02T20:10+08:00')`. Nothing fires by itself. */
  at(moment: string): Instant;
  /** Runs a command as somebody (or as the clock itself: null): `world.act('desk', openTicket, input)`. */
  act<Given extends unknown[], Result>(
    who: PersonKey | null,
    command: (context: Context, ...given: Given) => Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  /** The same for what only reads, as `act` does but without writing. */
  ask<Given extends unknown[], Result>(
    who: PersonKey | null,
    query: (context: Context, ...given: Given) => Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Fires everything due at the moved clock, until nothing is; says how many rows. */
  fire(): Promise<number>;
  /** Lets time pass until `moment`: every clock fires at its own time on the way. */
  until(moment: string): Promise<void>;
  /** What stands in the journal about a subject, or about everything under a ticket, oldest first. */
  events(about: { subjectId: string } | { ticketId: string }): Promise<Journalled[]>;
  drop(): Promise<void>;
};

type Journalled = Event & { actorId: Id<'person'> | null; recordedAt: Instant };

/** Changes with whatever the template is made of, so that a server kept between runs never serves an old one. */
function digest(): string {
  const hash = createHash('sha256');
  const root = join(import.meta.dirname, '..');
  const made = ['migrations/*/*.sql', 'packs/**/*.ts', 'src/organisation/commands/create-organisation.ts'];
  for (const name of globSync([...made, 'test/world*.ts'], { cwd: root }).toSorted())
    hash.update(name).update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

async function build(url: string): Promise<void> {
  const database = openDatabase({ url, connections: 2 });
  await migrate(database.pool, CREATED);
  const organisation = {
    id: newId<'organisation'>(CREATED),
    slug: 'world',
    schema: SCHEMA,
    name: '回音物业',
    pack: 'property',
  };
  await createOrganisationSchema(database.pool, organisation, CREATED);
  const pack = (await packs()).get('property')!;
  await database.transact(SCHEMA, async (tx) => {
    const nothing: Reaction = async () => {};
    const context = { tx, now: CREATED, actor: system, organisation, signals: noSignals(), react: nothing, depth: 0 };
    const made = await createOrganisation(context, pack, {
      centre: { name: '回音花园服务中心', phone: '0755-88001234' },
      administrator: { username: 'admin', name: PEOPLE.admin[0] },
    });
    await seedPeople(tx, made, CREATED);
    await seedPlaces(tx, made.centreId, CREATED);
  });
  await database.close();
}

const template = { name: `world_${digest()}`, build };

export type WorldOptions = { at?: string; react?: Reaction; effects?: Effects };

/** A world of this test's own: `const world = await freshWorld()`, and `world.drop()` in `after`. */
export async function freshWorld(options: WorldOptions = {}): Promise<World> {
  const fresh = await freshDatabase(template);
  const database = openDatabase({ url: fresh.url, connections: 4 });
  const clock = movedClock(instant(options.at ?? MONDAY));
  const announced: Signals[] = [];
  const announce = (_: Organisation, signals: Signals): void => void announced.push(signals);
  const reacting = options.react ?? react;
  const engine: Engine = { database, clock, react: reacting, effects: options.effects ?? effects, announce };
  // what a process keeps of an organisation's versions is not to be another world's in the same process
  await database.pool.query('update huiyin.organisation set id = $1', [newId<'organisation'>(CREATED)]);
  const known = await readIds(database);
  const { organisation, people } = known;

  const contextFor = async (tx: Tx, who: PersonKey | null): Promise<Context> => {
    const now = clock.now();
    const actor = who === null ? system : await actorOf(tx, people[who], now);
    if (!actor) throw new Error(`${who} does not work here any more`);
    return { tx, now, actor, organisation, signals: noSignals(), react: reacting, depth: 0 };
  };

  return {
    ...known,
    url: fresh.url,
    database,
    clock,
    engine,
    announced,
    at: (moment) => {
      clock.set(instant(moment));
      return clock.now();
    },
    act: async (who, command, ...given) => {
      const { result, signals } = await database.transact(SCHEMA, async (tx) => {
        const context = await contextFor(tx, who);
        return { result: await command(context, ...given), signals: context.signals };
      });
      announced.push(signals);
      return result;
    },
    ask: (who, query, ...given) => database.read(SCHEMA, async (tx) => query(await contextFor(tx, who), ...given)),
    read: (work) => database.read(SCHEMA, work),
    fire: () => fireDue(engine, organisation),
    until: (moment) => passUntil(engine, clock, organisation, instant(moment)),
    events: (about) => database.read(SCHEMA, (tx) => journalOf(tx, about)),
    drop: async () => {
      await database.close();
      await fresh.drop();
    },
  };
}

async function passUntil(
  engine: Engine,
  clock: MovedClock,
  organisation: Organisation,
  moment: Instant,
): Promise<void> {
  for (;;) {
    await fireDue(engine, organisation);
    const next = await engine.database.read(SCHEMA, (tx) =>
      tx
        .selectFrom('commitment')
        .select((e) => e.fn.min<Instant | null>('next_fire_at').as('at'))
        .executeTakeFirstOrThrow(),
    );
    if (next.at === null || next.at > moment) break;
    clock.set(next.at);
  }
  clock.set(moment);
}

async function journalOf(tx: Tx, about: { subjectId: string } | { ticketId: string }): Promise<Journalled[]> {
  const all = tx.selectFrom('event').selectAll().orderBy('recorded_at').orderBy('subject_id').orderBy('seq');
  const rows = await (
    'subjectId' in about
      ? all.where('subject_id', '=', about.subjectId)
      : all.where('ticket_id', '=', about.ticketId as Id<'ticket'>)
  ).execute();
  return rows.map((row) => ({
    subject: { type: row.subject_type as Event['subject']['type'], id: row.subject_id },
    seq: row.seq,
    type: row.type,
    ticketId: row.ticket_id,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    data: row.data,
  }));
}

/** A clone has the ids of its template: they are read back by the names things have. */
async function readIds(database: Database) {
  const { rows } = await database.pool.query<Organisation>(
    'select id, slug, schema, name, pack from huiyin.organisation',
  );
  return database.read(SCHEMA, async (tx) => {
    const people = await tx.selectFrom('person').select(['id', 'username as key']).execute();
    const places = await tx.selectFrom('place').select(['id', 'code as key']).execute();
    const customers = await tx.selectFrom('customer').select(['id', 'name as key']).execute();
    const departments = await tx.selectFrom('department').select(['id', 'key']).execute();
    const posts = await tx.selectFrom('post').select(['id', 'key']).execute();
    const centre = await tx.selectFrom('centre').select('id').executeTakeFirstOrThrow();
    return {
      organisation: rows[0]!,
      centreId: centre.id,
      people: byKey(people) as World['people'],
      places: byName(PLACES, 1, places) as World['places'],
      customers: byName(CUSTOMERS, 0, customers) as World['customers'],
      departments: byKey(departments),
      posts: byKey(posts),
    };
  });
}

function byKey<Thing extends string>(rows: { id: Id<Thing>; key: string }[]): Record<string, Id<Thing>> {
  return Object.fromEntries(rows.map(({ id, key }) => [key, id]));
}

function byName<Thing extends string>(
  seeded: Record<string, readonly unknown[]>,
  column: number,
  rows: { id: Id<Thing>; key: string }[],
): Record<string, Id<Thing>> {
  const found = byKey(rows);
  return Object.fromEntries(Object.entries(seeded).map(([key, row]) => [key, found[String(row[column])]!]));
}

/** For a server without a node around it: nobody hears who looks where. */
export const nobodyLooks: { presence: Presence } = {
  presence: { look: () => {}, hear: () => false, snapshot: () => null, stop: async () => {} },
};
