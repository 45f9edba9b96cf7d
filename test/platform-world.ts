import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import { instant, systemClock } from '../src/kernel/time.ts';
import { system } from '../src/organisation/can.ts';
import type { Context } from '../src/platform/context.ts';
import { noSignals } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import { openDatabase } from '../src/platform/db.ts';
import type { Identify } from '../src/platform/http/identify.ts';
import type { HouseRoute, Route } from '../src/platform/http/route.ts';
import type { ServerParts } from '../src/platform/http/server.ts';
import { createServer } from '../src/platform/http/server.ts';
import type { Live } from '../src/platform/live/live.ts';
import { openLive } from '../src/platform/live/live.ts';
import { liveSocket } from '../src/platform/live/upgrade.ts';
import { createOrganisationSchema, migrate } from '../src/platform/migrate.ts';
import { organisationList, type ListedOrganisation } from '../src/platform/organisations.ts';
import { freshDatabase } from './database.ts';

/** Two organisations with two people each and nothing else: what the platform does needs no trade. */
export type World = {
  url: string;
  database: Database;
  hill: ListedOrganisation;
  lake: ListedOrganisation;
  /** At the hill. */
  ann: Id<'person'>;
  ben: Id<'person'>;
  /** At the lake. */
  cai: Id<'person'>;
  /** Runs work as a person of the hill, or as the clock where none is named; answers with what it signalled, too. */
  as<Result>(person: Id<'person'> | null, work: (context: Context) => Promise<Result>): Promise<Result>;
  drop(): Promise<void>;
};

const CREATED = instant('2026-06-01T00:00:00Z');
const PEOPLE = { hill: ['ann', 'ben'], lake: ['cai', 'dan'] } as const;

function digest(): string {
  const hash = createHash('sha256').update(JSON.stringify(PEOPLE));
  const root = join(import.meta.dirname, '../migrations');
  for (const name of globSync('*/*.sql', { cwd: root }).toSorted()) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

const template = {
  name: `platform_${digest()}`,
  async build(url: string): Promise<void> {
    const database = openDatabase({ url, connections: 1 });
    await migrate(database.pool, CREATED);
    for (const [slug, people] of Object.entries(PEOPLE)) {
      const organisation = { id: newId(CREATED), slug, schema: `org_${slug}`, name: slug, pack: 'property' };
      await createOrganisationSchema(database.pool, organisation, CREATED);
      await database.transact(organisation.schema, async (tx) => {
        for (const username of people)
          await tx
            .insertInto('person')
            .values({
              id: newId(CREATED),
              username,
              name: username,
              joined_at: CREATED,
              phone: null,
              email: null,
              duty_changed_at: null,
              left_at: null,
            })
            .execute();
      });
    }
    await database.close();
  },
};

export async function platformWorld(): Promise<World> {
  const fresh = await freshDatabase(template);
  const database = openDatabase({ url: fresh.url, connections: 6 });
  const all = await organisationList(database.pool).all();
  const hill = all.find(({ slug }) => slug === 'hill')!;
  const lake = all.find(({ slug }) => slug === 'lake')!;
  const person = async (schema: string, username: string): Promise<Id<'person'>> =>
    database.read(schema, async (tx) => {
      const row = await tx.selectFrom('person').select('id').where('username', '=', username).executeTakeFirstOrThrow();
      return row.id;
    });
  return {
    url: fresh.url,
    database,
    hill,
    lake,
    ann: await person('org_hill', 'ann'),
    ben: await person('org_hill', 'ben'),
    cai: await person('org_lake', 'cai'),
    as: (personId, work) =>
      database.transact(hill.schema, (tx) => {
        const actor = personId ? { ...system, personId } : system;
        return work({
          tx,
          now: systemClock.now(),
          actor,
          organisation: hill,
          signals: noSignals(),
          react: async () => {},
          depth: 0,
        });
      }),
    async drop() {
      await database.close();
      await fresh.drop();
    },
  };
}

/** Signs in whoever the header `x-test-person` names: signing in itself is another story. */
export function identifyByHeader(world: World): Identify {
  return {
    organisations: async () => [world.hill, world.lake],
    async callerOf(request, organisation) {
      const personId = request.headers['x-test-person'] as Id<'person'> | undefined;
      const theirs = personId === world.cai ? world.lake.id : world.hill.id;
      return personId !== undefined && theirs === organisation.id ? { personId, via: 'session' } : null;
    },
    actorOf: async (_tx, personId) => ({ personId, name: '', posts: [] }),
  };
}

/** A server that is asked without a port; it is told what the story is about, and closed by it. */
export function platformServer(world: World, parts: Partial<ServerParts> = {}): Promise<FastifyInstance> {
  return createServer({
    database: world.database,
    clock: systemClock,
    identify: identifyByHeader(world),
    react: async () => {},
    announce: () => {},
    routes: [],
    log: undefined,
    web: undefined,
    ...parts,
  });
}

export type TestNode = { server: FastifyInstance; live: Live; address: string; stop(): Promise<void> };

export type NodeParts = { routes?: Route[]; house?: HouseRoute[]; identify?: Identify; log?: (line: string) => void };

/** A server with its live part, on a port of its own. */
export async function platformNode(world: World, parts: NodeParts = {}): Promise<TestNode> {
  const live = await openLive({ pool: world.database.pool, url: world.url, log: parts.log ?? (() => {}) });
  const identify = parts.identify ?? identifyByHeader(world);
  const socket = liveSocket(identify, live);
  const server = await platformServer(world, {
    identify,
    announce: live.announce,
    routes: parts.routes ?? [],
    house: [...(parts.house ?? []), socket.route],
  });
  socket.open(server);
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    server,
    live,
    address,
    async stop() {
      await live.stop();
      await server.close();
    },
  };
}

/** Waits until something holds; a test that waits in vain says what for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 10_000,
): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((go) => setTimeout(go, 10));
  }
}
