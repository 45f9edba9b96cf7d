import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { epochOf, DAY, systemClock } from '../../src/kernel/time.ts';
import { currentKinds } from '../../src/pack/kinds.ts';
import { databaseUrl } from '../database.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Setting } from './bench.ts';
import { moments, seeded } from './corpus.ts';
import { PASSWORD } from './intake.ts';
import type { Sizes } from './texts.ts';
import { fillCustomers, fillMatters, fillPlaces } from './texts.ts';

export type Shape = { url: string; sizes: Record<string, number>; seconds: number };

const ROOT = join(import.meta.dirname, '../..');
const YEARS = 6 * 365 * DAY;
const TABLES = ['ticket', 'work_order', 'contact', 'commitment', 'event', 'return_visit', 'search_entry'];

/** Changes with all it is made of: a shape kept from an earlier run is never one of another version. */
function nameOf(sizes: Sizes): string {
  const hash = createHash('sha256').update(JSON.stringify(sizes));
  const made = ['migrations/*/*.sql', 'packs/**/*.ts', 'test/world*.ts', 'test/bench/{shape,texts,corpus}.*'];
  for (const file of globSync(made, { cwd: ROOT }).toSorted()) hash.update(readFileSync(join(ROOT, file)));
  return `shape_${sizes.tickets}_${hash.digest('hex').slice(0, 12)}`;
}

async function connected<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The organisation with so much in it: kept from an earlier run, or made now in a few minutes. */
export async function shapeOf(setting: Setting, sizes: Sizes): Promise<Shape> {
  const name = nameOf(sizes);
  const url = databaseUrl(setting.server, name);
  const began = performance.now();
  await connected(setting.server, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname like $1`, [
      `shape_${sizes.tickets}_%`,
    ]);
    if (rows.some((row) => row.datname === name)) return;
    for (const row of rows) await admin.query(`drop database "${row.datname}" with (force)`);
    setting.say(`making ${sizes.tickets.toLocaleString('en')} tickets, their promises and facts`);
    const world = await freshWorld({ at: systemClock.now() });
    await connected(world.url, (client) => build(client, world, sizes, setting));
    await world.database.close();
    await admin.query(`alter database "${new URL(world.url).pathname.slice(1)}" rename to "${name}"`);
  });
  return { url, sizes: await connected(url, counted), seconds: (performance.now() - began) / 1000 };
}

async function counted(client: pg.Client): Promise<Record<string, number>> {
  const counts = [...TABLES, 'customer', 'place', 'person'].map(
    (table) => `(select count(*)::int from org_world.${table}) as "${table}"`,
  );
  const { rows } = await client.query<Record<string, number>>(
    `select ${counts.join(', ')}, (select count(*)::int from org_world.ticket where closed_at is null) as "open tickets",
      (select count(*)::int from org_world.commitment where settled_at is null) as "open commitments"`,
  );
  return rows[0]!;
}

async function build(client: pg.Client, world: World, sizes: Sizes, { say }: Setting): Promise<void> {
  const until = systemClock.now();
  const random = seeded(8);
  await hire(world, sizes.open);
  await client.query(
    `set search_path to org_world; set session_replication_role = replica; set statement_timeout = 0;
     set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  await client.query('begin');
  await client.query('truncate customer, place, search_entry cascade');
  const again = await withoutIndices(client);
  const momentOf = moments(sizes.customers, epochOf(until), YEARS);
  const units = await fillPlaces(client, world, sizes, momentOf(0));
  await fillCustomers(client, world, sizes, units, random, momentOf);
  await fillMatters(client, random, sizes.matters);
  say('places, customers and texts stand');
  const given = await givenTo(world, sizes, until);
  for (const statement of statementsOf(given)) {
    await client.query(statement);
    const table = /insert into (\w+)/.exec(statement)?.[1];
    if (table) say(`${table} written`);
  }
  for (const statement of again) await client.query(statement);
  await client.query('commit');
  say('indexed');
  await client.query('vacuum (freeze, analyze)');
}

/** As many clerks and as many hands as make fifty open tickets to each of either, in the small shape as in the large one. */
async function hire(world: World, open: number): Promise<void> {
  const now = world.clock.now();
  const hash = await hashPassword(PASSWORD);
  for (const who of ['desk', 'plumber', 'supervisor', 'manager', 'maintenance'] as const)
    await setPassword(world.database, world.organisation, world.people[who], { hash }, now);
  await world.database.transact(world.organisation.schema, async (tx) => {
    for (const key of ['front_desk_clerk', 'repair_worker'] as const) {
      const post: Id<'post'> = world.posts[key]!;
      const held = tx.selectFrom('person_post').where('post_id', '=', post).where('deputy_rank', 'is', null);
      const { here } = await held.select((e) => e.fn.countAll<number>().as('here')).executeTakeFirstOrThrow();
      for (let nth = Number(here); nth < open / 50; nth += 1) {
        const id = newId<'person'>(now);
        const person = { id, username: `${key}${nth}`, name: `员工${nth}`, joined_at: now, on_duty: true };
        await tx.insertInto('person').values(person).execute();
        await tx.insertInto('person_post').values({ person_id: id, post_id: post, since: now }).execute();
      }
    }
  });
}

/** Takes the indices away that are quicker made afterwards, and says how they come back. */
async function withoutIndices(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; def: string }>(
    `select i.indexname as name, i.indexdef as def from pg_indexes i
     where i.schemaname = 'org_world' and i.tablename = any($1)
       and not exists (select from pg_constraint c where c.conname = i.indexname and c.connamespace = 'org_world'::regnamespace)`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await client.query('alter table event drop constraint event_pkey');
  return ['alter table event add primary key (subject_id, seq)', ...rows.map(({ def }) => def)];
}

type Given = Record<string, string | number>;

async function givenTo(world: World, sizes: Sizes, until: string): Promise<Given> {
  const kinds = await world.ask('admin', currentKinds);
  const stageOf = (kind: (typeof kinds)[number]['kind'], wanted: string): string | undefined =>
    kind.stages.find((stage) => stage.class === wanted)?.key;
  const sorts = kinds
    .filter(({ kind }) => stageOf(kind, 'active') && stageOf(kind, 'closed'))
    .map(({ key, version, kind }, n) => ({
      n,
      key,
      version,
      department_id: world.departments[kind.department],
      active: stageOf(kind, 'active'),
      closed: stageOf(kind, 'closed'),
      needs: kind.commitments.some((one) => one.kind === 'dispatch'),
    }));
  const ladder = kinds.flatMap(({ kind }) => kind.commitments).find((one) => one.limit.ladder.length === 4)!
    .limit.ladder;
  const placed = ladder.map(({ at, ...rung }) => ({ ...rung, at: until, when: at }));
  const calendar = await world.read((tx) =>
    tx.selectFrom('calendar').select('id').where('key', '=', 'always').executeTakeFirstOrThrow(),
  );
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  return {
    sorts: `${text(JSON.stringify(sorts))}::jsonb`,
    ladder: `${text(JSON.stringify(placed))}::jsonb`,
    centre: text(world.centreId),
    calendar: text(calendar.id),
    until: text(until),
    tickets: sizes.tickets,
    open: sizes.open,
    matters: sizes.matters,
  };
}

/** The statements of shape.sql, with what they are given put in. */
function statementsOf(given: Given): string[] {
  const text = readFileSync(join(import.meta.dirname, 'shape.sql'), 'utf8').replace(/^--.*$/gm, '');
  const filled = text.replace(/(?<!:):([a-z]+)\b/g, (whole, name: string) => String(given[name] ?? whole));
  return filled
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
