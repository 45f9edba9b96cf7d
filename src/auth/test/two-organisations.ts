import type { FastifyInstance, InjectOptions } from 'fastify';
import { freshDatabase } from '../../../test/database.ts';
import type { Actor, HeldPost } from '../../organisation/can.ts';
import type { Right, Scope } from '../../organisation/rights.ts';
import type { Organisation } from '../../platform/context.ts';
import type { Database, Tx } from '../../platform/db.ts';
import { openDatabase } from '../../platform/db.ts';
import type { Route } from '../../platform/http/route.ts';
import { createServer } from '../../platform/http/server.ts';
import { createOrganisationSchema, migrate } from '../../platform/migrate.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { MovedClock } from '../../kernel/time.ts';
import { instant, movedClock } from '../../kernel/time.ts';
import { untranslated } from '../../kernel/words.ts';
import { authRoutes } from '../auth-routes.ts';
import { callerIn } from '../caller.ts';
import { setPassword } from '../commands/store-password.ts';
import { authParts } from '../parts.ts';
import { hashPassword } from '../password.ts';

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

export type Answer = { status: number; body: any; headers: Record<string, unknown> };
export type Browser = {
  cookies: Map<string, { value: string; path: string }>;
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: object): Promise<Answer>;
};

async function actorOf(tx: Tx, personId: Id<'person'>): Promise<Actor | null> {
  const person = await tx
    .selectFrom('person')
    .select(['name'])
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  const posts = await tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .select(['post.id', 'post.role', 'post.department_id', 'post.centre_id', 'post.rights'])
    .where('person_id', '=', personId)
    .execute();
  const held = posts.map((post) => ({
    id: post.id,
    role: post.role,
    departmentId: post.department_id,
    centreId: post.centre_id,
    rights: post.rights as HeldPost['rights'],
  }));
  return { personId, name: person.name, posts: held };
}

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
      return { status: answer.statusCode, body: text ? JSON.parse(text) : null, headers: answer.headers };
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
    identify: { organisations: async () => all, callerOf: callerIn(database, clock), actorOf },
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
