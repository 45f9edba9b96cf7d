import type { FastifyInstance, InjectOptions } from 'fastify';
import { freshDatabase } from './database.ts';
import { actorOf } from '../src/organisation/queries.ts';
import type { Right, Scope } from '../src/organisation/rights.ts';
import type { Organisation } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import { openDatabase } from '../src/platform/db.ts';
import type { Route } from '../src/platform/http/route.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createOrganisationSchema, migrate } from '../src/platform/migrate.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import { json } from '../src/kernel/json.ts';
import type { MovedClock } from '../src/kernel/time.ts';
import { instant, movedClock } from '../src/kernel/time.ts';
import { untranslated } from '../src/kernel/words.ts';
import { authRoutes } from '../src/auth/auth-routes.ts';
import { callerIn } from '../src/auth/caller.ts';
import { setPassword } from '../src/auth/commands/store-password.ts';
import { authParts } from '../src/auth/parts.ts';
import { hashPassword } from '../src/auth/password-hash.ts';

export const PASSWORD = 'green tea at noon';

export type Centre = { organisation: Organisation; centreId: Id<'centre'>; people: Record<string, Id<'person'>> };

export type World = {
  database: Database;
  clock: MovedClock;
  server: FastifyInstance;
  hill: Centre;
  lake: Centre;
  addPerson(centre: Centre, username: string, rights: Partial<Record<Right, Scope>>): Promise<Id<'person'>>;
  /** A browser: keeps the cookies it was given, under the paths they were given for. */
  browser(slug: string, address?: string): Browser;
  close(): Promise<void>;
};

/** What came back, as whatever it is: tests look into it as they please. */
export type Body = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; body: Body; text: string; headers: Record<string, unknown> };
export type Browser = {
  cookies: Map<string, { value: string; path: string }>;
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: object): Promise<Answer>;
};

let hash: ReturnType<typeof hashPassword> | undefined;

async function makeCentre(database: Database, clock: MovedClock, slug: string): Promise<Centre> {
  const now = clock.now();
  const organisation = {
    id: newId<'organisation'>(now),
    slug,
    schema: `org_${slug.replaceAll('-', '_')}`,
    name: slug.toUpperCase(),
    pack: 'property',
  };
  await createOrganisationSchema(database.pool, organisation, now);
  const centreId = newId<'centre'>(now);
  const calendarId = newId<'calendar'>(now);
  await database.transact(organisation.schema, async (tx) => {
    await tx
      .insertInto('calendar')
      .values({ id: calendarId, key: 'always', name: json({}) })
      .execute();
    await tx
      .insertInto('centre')
      .values({
        id: centreId,
        name: `${slug} centre`,
        phone: null,
        complaint_line: null,
        address: null,
        zone: 'Asia/Shanghai',
        reception_calendar_id: calendarId,
      })
      .execute();
  });
  return { organisation, centreId, people: {} };
}

async function addPerson(
  database: Database,
  clock: MovedClock,
  centre: Centre,
  username: string,
  rights: Partial<Record<Right, Scope>>,
): Promise<Id<'person'>> {
  const now = clock.now();
  const id = newId<'person'>(now);
  await database.transact(centre.organisation.schema, async (tx) => {
    const person = { id, username, name: `Name of ${username}`, joined_at: now };
    const none = { phone: null, email: null, duty_changed_at: null, left_at: null };
    await tx
      .insertInto('person')
      .values({ ...person, ...none })
      .execute();
    const post = { id: newId<'post'>(now), key: `post_of_${username}`.toLowerCase(), role: 'front_desk' };
    const place = { centre_id: centre.centreId, department_id: null, superior_post_id: null, closed_at: null };
    const words = { name: json(untranslated(`Post of ${username}`)), rights: json(rights) };
    await tx
      .insertInto('post')
      .values({ ...post, ...place, ...words })
      .execute();
    await tx
      .insertInto('person_post')
      .values({ person_id: id, post_id: post.id, deputy_rank: null, since: now })
      .execute();
  });
  hash ??= hashPassword(PASSWORD);
  await setPassword(database, centre.organisation, id, { hash: await hash }, now);
  centre.people[username] = id;
  return id;
}

function browserOn(server: FastifyInstance, slug: string, address = '203.0.113.7'): Browser {
  const cookies: Browser['cookies'] = new Map();
  return {
    cookies,
    async send(method, path, body, headers = {}) {
      const url = `/o/${slug}/api${path}`;
      const sent = [...cookies].filter(([, cookie]) => url.startsWith(`${cookie.path}/`));
      const all = {
        'x-huiyin': '1',
        host: 'huiyin.test',
        'user-agent': 'a browser',
        cookie: sent.map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`).join('; '),
        ...headers,
      };
      const answer = await server.inject({
        method,
        url,
        remoteAddress: address,
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
        ...(body === undefined ? {} : { payload: body }),
      } as InjectOptions);
      for (const cookie of answer.cookies) {
        if (cookie.value === '') cookies.delete(cookie.name);
        else cookies.set(cookie.name, { value: cookie.value, path: cookie.path ?? '/' });
      }
      const text = answer.body;
      return { status: answer.statusCode, body: text ? JSON.parse(text) : null, text, headers: answer.headers };
    },
  };
}

/** Two organisations on one server: amy and bob work at the hill, amy also (another amy) at the lake. */
export async function twoOrganisations(more: (world: Pick<World, 'database'>) => Route[] = () => []) {
  const fresh = await freshDatabase();
  const clock = movedClock(instant('2026-03-02T08:00:00Z'));
  const database = openDatabase({ url: fresh.url });
  await migrate(database.pool, clock.now());
  const hill = await makeCentre(database, clock, 'hill');
  const lake = await makeCentre(database, clock, 'lake');
  const all = [hill.organisation, lake.organisation];
  const add: World['addPerson'] = (...given) => addPerson(database, clock, ...given);
  await add(hill, 'Amy', { 'ticket.see': 'centre', 'ticket.open': 'centre' });
  await add(hill, 'bob', { 'people.edit': 'centre', 'ticket.see': 'organisation' });
  await add(lake, 'Amy', { 'people.edit': 'organisation' });
  const server = await createServer({
    database,
    clock,
    identify: {
      organisations: async () => all,
      callerOf: callerIn(database, clock),
      actorOf: (tx, id) => actorOf(tx, id, clock.now()),
    },
    react: async () => {},
    announce: () => {},
    log: undefined,
    web: undefined,
    routes: [...authRoutes(authParts(database, clock)), ...more({ database })],
  });
  return {
    database,
    clock,
    server,
    hill,
    lake,
    addPerson: add,
    browser: (slug, address) => browserOn(server, slug, address),
    close: async () => {
      await server.close();
      await database.close();
      await fresh.drop();
    },
  } satisfies World;
}
