import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { json } from '../../src/kernel/json.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { untranslated } from '../../src/kernel/words.ts';
import { system } from '../../src/organisation/can.ts';
import { createOrganisation } from '../../src/organisation/commands/create-organisation.ts';
import { actorOf } from '../../src/organisation/queries.ts';
import type { Right, Scope } from '../../src/organisation/rights.ts';
import { RIGHTS } from '../../src/organisation/rights.ts';
import { packs } from '../../src/pack/registry.ts';
import type { Context, Organisation } from '../../src/platform/context.ts';
import { noSignals } from '../../src/platform/context.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createOrganisationSchema } from '../../src/platform/migrate.ts';
import { react } from '../../src/reactions/reactions.ts';
import { everyRoute, wire } from '../../src/wiring.ts';
import { mend, settle, takeInMatter } from '../story.ts';
import { CUSTOMERS, PEOPLE, PLACES, seedPeople, seedPlaces } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld, nobodyLooks } from '../world.ts';
import { idsIn } from './ids.ts';

export type Request = {
  who?: string | undefined;
  /** By a token that may be used for these alone. */
  only?: readonly Right[];
  slug?: string;
  method: Route['method'];
  path: string;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Record<string, string>;
};
export type Answer = { status: number; text: string; body: { code?: string } & Record<string, unknown> };

/**
 * The whole router over one database with two organisations in it, each with a past of its own. In both works `almighty`,
 * whose post may do everything everywhere, and `stranger`, whose post may do everything to what is his own: nothing is.
 */
export type SafetyHouse = {
  world: World;
  foreign: World;
  routes: Route[];
  send(request: Request): Promise<Answer>;
  /** A digest of every row of both organisations, but for what only notes that somebody asked. */
  state(): Promise<string>;
  /** Real ids of an organisation, by what they are of. */
  ids(of: World): Promise<Record<string, string[]>>;
  giveRights(username: string, rights: Partial<Record<Right, Scope>>): Promise<void>;
  close(): Promise<void>;
};

export const everything = (scope: Scope): Partial<Record<Right, Scope>> =>
  Object.fromEntries(RIGHTS.map((right) => [right, scope]));

const CREATED = '2026-01-06T01:00:00.000Z' as Instant;

/** Another organisation in the database of the first: the same estate, other people, other ids. */
async function secondWorld(world: World): Promise<World> {
  const { database, clock } = world;
  const organisation: Organisation = {
    id: newId<'organisation'>(CREATED),
    slug: 'lake',
    schema: 'org_lake',
    name: '湖畔物业',
    pack: 'property',
  };
  await createOrganisationSchema(database.pool, organisation, CREATED);
  const contextOf = (tx: Context['tx'], actor: Context['actor'], now: Instant): Context => ({
    tx,
    now,
    actor,
    organisation,
    signals: noSignals(),
    react,
    depth: 0,
  });
  const pack = (await packs()).get('property')!;
  await database.transact(organisation.schema, async (tx) => {
    const context = { ...contextOf(tx, system, CREATED), react: async () => {} };
    const made = await createOrganisation(context, pack, {
      centre: { name: '湖畔服务中心', phone: '0755-88005678' },
      administrator: { username: 'admin', name: PEOPLE.admin[0] },
    });
    await seedPeople(tx, made, CREATED);
    await seedPlaces(tx, made.centreId, CREATED);
  });
  const read: World['read'] = (work) => database.read(organisation.schema, work);
  const known = await read(async (tx) => {
    const rows = {
      people: await tx.selectFrom('person').select(['id', 'username as key']).execute(),
      places: await tx.selectFrom('place').select(['id', 'code as key']).execute(),
      customers: await tx.selectFrom('customer').select(['id', 'name as key']).execute(),
      departments: await tx.selectFrom('department').select(['id', 'key']).execute(),
      posts: await tx.selectFrom('post').select(['id', 'key']).execute(),
    };
    const of = (list: { id: string; key: string }[], key: string) => list.find((row) => row.key === key)!.id;
    return {
      people: Object.fromEntries(rows.people.map((row) => [row.key, row.id])),
      places: Object.fromEntries(Object.entries(PLACES).map(([key, row]) => [key, of(rows.places, row[1])])),
      customers: Object.fromEntries(Object.entries(CUSTOMERS).map(([key, row]) => [key, of(rows.customers, row[0])])),
      departments: Object.fromEntries(rows.departments.map((row) => [row.key, row.id])),
      posts: Object.fromEntries(rows.posts.map((row) => [row.key, row.id])),
    } as unknown as Pick<World, 'people' | 'places' | 'customers' | 'departments' | 'posts'>;
  });
  return {
    ...world,
    ...known,
    organisation,
    read,
    act: async (who, command, ...given) => {
      const { result } = await database.transact(organisation.schema, async (tx) => {
        const actor = who === null ? system : await actorOf(tx, known.people[who], clock.now());
        return { result: await command(contextOf(tx, actor!, clock.now()), ...given) };
      });
      return result;
    },
  };
}

/** A settled leak, an open complaint and an order nobody has taken on: something of most kinds to call routes on. */
async function live(world: World): Promise<void> {
  const leak = await takeInMatter(world, 'leak');
  await mend(world, leak);
  await settle(world, leak);
  await takeInMatter(world, 'complaint');
}

async function hire(world: World, username: string, rights: Partial<Record<Right, Scope>>): Promise<void> {
  const now = world.clock.now();
  const id = newId<'person'>(now);
  const postId = newId<'post'>(now);
  await world.database.transact(world.organisation.schema, async (tx) => {
    const centre = await tx.selectFrom('centre').select('id').executeTakeFirstOrThrow();
    await tx
      .insertInto('person')
      .values({ id, username, name: username, joined_at: now, on_duty: true, duty_changed_at: now })
      .execute();
    await tx
      .insertInto('post')
      .values({
        id: postId,
        key: `post_${username}`,
        role: 'administrator',
        centre_id: centre.id,
        department_id: null,
        superior_post_id: null,
        closed_at: null,
        name: json(untranslated(username)),
        rights: json(rights),
      })
      .execute();
    await tx
      .insertInto('person_post')
      .values({ person_id: id, post_id: postId, deputy_rank: null, since: now })
      .execute();
  });
  (world.people as Record<string, Id<'person'>>)[username] = id;
}

/** What may change though nothing did: who asked, and how often the house did, of which its own tables tell the rest. */
const NOTED_ONLY = [
  'house_version',
  'idempotent_request',
  'sign_in_attempt',
  'auth_session',
  'personal_token',
  'auth_key',
];

async function digest(world: World): Promise<string> {
  const { rows } = await world.database.pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_schema in ('org_world', 'org_lake', 'huiyin') and table_type = 'BASE TABLE'
       and not table_name = any($1) order by 1, 2`,
    [NOTED_ONLY],
  );
  const each = rows.map(
    ({ schema, name }) =>
      `select '${schema}.${name} ' || count(*) || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as line
       from ${schema}.${name} t`,
  );
  const lines = await world.database.pool.query<{ line: string }>(each.join(' union all '));
  return lines.rows.map((row) => row.line).join('\n');
}

async function serve(world: World, foreign: World): Promise<{ server: FastifyInstance; routes: Route[] }> {
  const bySchema = new Map([world, foreign].map((one) => [one.organisation.slug, one]));
  const organisations = async () => [world.organisation, foreign.organisation];
  const common = { database: world.database, clock: world.clock, organisations, announce: () => {} };
  const wired = wire({ ...common, forgetOrganisations: () => {}, largestFile: 1024 * 1024, live: nobodyLooks });
  const server = await createServer({
    ...common,
    ...wired,
    identify: {
      ...wired.identify,
      callerOf: async (request, organisation) => {
        const who = request.headers['x-test-person'];
        const people = bySchema.get(organisation.slug)!.people as Record<string, Id<'person'>>;
        const only = request.headers['x-test-token'];
        if (typeof who !== 'string') return null;
        const personId = people[who]!;
        return typeof only === 'string'
          ? { personId, via: 'token', only: JSON.parse(only) }
          : { personId, via: 'session' };
      },
    },
    log: undefined,
    web: undefined,
  });
  return { server, routes: wired.routes };
}

export async function safetyHouse(): Promise<SafetyHouse> {
  const world = await freshWorld();
  const foreign = await secondWorld(world);
  for (const one of [world, foreign]) {
    await live(one);
    await hire(one, 'almighty', everything('organisation'));
    await hire(one, 'stranger', everything('own'));
  }
  const { server, routes } = await serve(world, foreign);
  if (routes.length !== everyRoute().routes.length) throw new Error('not every route is served here');
  return {
    world,
    foreign,
    routes,
    async send({ who, only, slug = 'world', method, path, body, raw, headers }) {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const answer = await server.inject({
        method,
        url: `/o/${slug}/api${path}`,
        headers: {
          'x-huiyin': '1',
          ...(who === undefined ? {} : { 'x-test-person': who }),
          ...(only === undefined ? {} : { 'x-test-token': JSON.stringify(only) }),
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      } as InjectOptions);
      let parsed: Answer['body'] = {};
      try {
        parsed = answer.json();
      } catch {
        // a file, or nothing: looked at by its status only
      }
      return { status: answer.statusCode, text: answer.body, body: parsed };
    },
    state: () => digest(world),
    ids: (of) => idsIn(of),
    giveRights: async (username, rights) => {
      await world.database.transact(world.organisation.schema, async (tx) => {
        await tx
          .updateTable('post')
          .set({ rights: json(rights) })
          .where('key', '=', `post_${username}`)
          .execute();
      });
    },
    close: async () => {
      await server.close();
      await world.drop();
    },
  };
}
