import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import type { Instant } from '../src/kernel/time.ts';
import { instant } from '../src/kernel/time.ts';
import type { Actor } from '../src/organisation/can.ts';
import { system } from '../src/organisation/can.ts';
import type { CreatedOrganisation } from '../src/organisation/commands/create-organisation.ts';
import { createOrganisation } from '../src/organisation/commands/create-organisation.ts';
import { actorOf } from '../src/organisation/queries.ts';
import type { Pack } from '../src/pack/format.ts';
import { packs } from '../src/pack/registry.ts';
import type { Context, Event, Organisation } from '../src/platform/context.ts';
import { noSignals } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import { openDatabase } from '../src/platform/db.ts';
import { createOrganisationSchema, migrate } from '../src/platform/migrate.ts';
import { freshDatabase } from './database.ts';

const SCHEMA = 'org_test';
const CREATED = instant('2026-06-01T01:00:00.000Z');

/** Changes with the migrations, so that a server kept between runs never serves an old shape. */
function digestOfMigrations(): string {
  const hash = createHash('sha256');
  const root = join(import.meta.dirname, '../migrations');
  for (const name of globSync('*/*.sql', { cwd: root }).sort())
    hash.update(name).update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

const template = {
  name: `organisation_${digestOfMigrations()}`,
  async build(url: string): Promise<void> {
    const { pool, close } = openDatabase({ url, connections: 1 });
    await migrate(pool, CREATED);
    const organisation = { id: newId(CREATED), slug: 'test', schema: SCHEMA, name: 'Test', pack: 'property' };
    await createOrganisationSchema(pool, organisation, CREATED);
    await close();
  },
};

/** One organisation made from a pack, in a database of its own, and a way to act in it as anybody at any time. */
export type TestOrganisation = {
  database: Database;
  organisation: Organisation;
  made: CreatedOrganisation;
  /** Every event recorded since it was made, in order. */
  events: Event[];
  /** Runs work as a person, or as the clock itself where none is named. */
  as<Result>(
    person: Id<'person'> | null,
    now: Instant | string,
    work: (context: Context) => Promise<Result>,
  ): Promise<Result>;
  drop(): Promise<void>;
};

export async function freshOrganisation(pack?: Pack): Promise<TestOrganisation> {
  const fresh = await freshDatabase(template);
  const database = openDatabase({ url: fresh.url, connections: 4 });
  const id = newId<'organisation'>(CREATED);
  await database.pool.query('update huiyin.organisation set id = $1', [id]);
  const organisation = { id, slug: 'test', schema: SCHEMA, name: 'Test', pack: 'property' };
  const events: Event[] = [];
  const as: TestOrganisation['as'] = (person, now, work) =>
    database.transact(SCHEMA, async (tx) => {
      const at = instant(now);
      const actor: Actor | null = person ? await actorOf(tx, person, at) : system;
      if (!actor) throw new Error(`nobody works here as ${person}`);
      const react = async (_: Context, event: Event): Promise<void> => void events.push(event);
      return work({ tx, now: at, actor, organisation, signals: noSignals(), react, depth: 0 });
    });
  const chosen = pack ?? (await packs()).get('property')!;
  const administrator = { username: 'admin', name: '管理员' };
  const made = await as(null, CREATED, (context) =>
    createOrganisation(context, chosen, { centre: { name: '回音花园物业服务中心' }, administrator }),
  );
  events.length = 0;
  const drop = async (): Promise<void> => {
    await database.close();
    await fresh.drop();
  };
  return { database, organisation, made, events, as, drop };
}
