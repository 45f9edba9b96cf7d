import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { declineNews, takeNews } from '../src/configuration/commands/take-news.ts';
import { importConfiguration } from '../src/configuration/commands/import-configuration.ts';
import type { Configuration } from '../src/configuration/file.ts';
import { configurationShape, differencesOf, readConfiguration } from '../src/configuration/file.ts';
import { readNews } from '../src/configuration/news.ts';
import type { Id } from '../src/kernel/id.ts';
import { systemClock } from '../src/kernel/time.ts';
import { actorOf } from '../src/organisation/queries.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import type { Context, Organisation } from '../src/platform/context.ts';
import { noSignals } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import { openDatabase } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { organisationList } from '../src/platform/organisations.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseInUse } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import type { Tx } from '../src/platform/tx.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';
import { react } from '../src/reactions/reactions.ts';

const ROOT = join(import.meta.dirname, '..');
const USAGE = `npm run configuration -- export FILE | import FILE --why REASON [--check] [--organisation SLUG] [--as USERNAME]
npm run configuration -- news | take PART KEY --why REASON | decline PART KEY --why REASON [--organisation SLUG] [--as USERNAME]
FILE is JSON in a stable order: calendars, departments, posts with rights and duties, settings, kinds, plans, services, words.
news says what the pack brings that is not here; take takes one of it, decline says no to it.
  --why            the reason, kept with every version that is made
  --check          says what an import would change, and changes nothing
  --organisation   of which, where there are several
  --as             who does it; left out: an administrator
${WHERE}`;

const OF_FILE = ['export', 'import'] as const;
const OF_PACK = ['news', 'take', 'decline'] as const;

type Asked = {
  act: (typeof OF_FILE)[number] | (typeof OF_PACK)[number];
  /** The file; of the pack, the part and the key of a thing of it. */
  file: string;
  part: string;
  key: string;
  why: string | undefined;
  check: boolean;
  organisation: string | undefined;
  as: string | undefined;
};

function asked(args: string[]): Asked {
  const text = { type: 'string' } as const;
  const options = { why: text, check: { type: 'boolean' }, organisation: text, as: text } as const;
  const { values, positionals } = readArguments({ args, allowPositionals: true, options }, USAGE);
  const [word, file = '', key = ''] = positionals;
  const act = [...OF_FILE, ...OF_PACK].find((one) => one === word);
  if (!act || !isWhole(act, file, key)) throw new CannotStart('configuration.usage', USAGE);
  const needsWhy = act === 'take' || act === 'decline' || (act === 'import' && !values.check);
  if (needsWhy && !values.why) throw new CannotStart('configuration.usage', USAGE);
  const named = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  if (act === 'import' && !existsSync(named))
    throw new CannotStart('configuration.no_file', `There is no file ${named}.`);
  const { why, check = false, organisation, as } = values;
  return { act, file: named, part: file, key, why, check, organisation, as };
}

/** An act of the file names it; one on the pack names the part and the key, the list of news nothing. */
const isWhole = (act: Asked['act'], first: string, second: string): boolean =>
  act === 'news' || (act === 'take' || act === 'decline' ? second !== '' : first !== '');

async function organisationOf(database: Database, slug: string | undefined): Promise<Organisation> {
  const all = await organisationList(database.pool).all();
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((one) => one.slug === slug);
  if (found) return found;
  const names = all.map((one) => one.slug).join(', ') || 'none yet';
  throw new CannotStart('configuration.which_organisation', `Say which with --organisation (there are: ${names}).`);
}

/** As whom: his rights hold here as they do on the screens. */
async function contextOf(tx: Tx, organisation: Organisation, username: string | undefined): Promise<Context> {
  const now = systemClock.now();
  const person = await tx
    .selectFrom('person')
    .innerJoin('person_post', 'person_post.person_id', 'person.id')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .select('person.id')
    .$if(username !== undefined, (query) => query.where('username', '=', username!))
    .$if(username === undefined, (query) => query.where(sql<boolean>`post.rights ->> 'limit.edit' = 'organisation'`))
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('person.id')
    .executeTakeFirst();
  const actor = person && (await actorOf(tx, person.id as Id<'person'>, now));
  if (!actor) throw new CannotStart('configuration.nobody', `Nobody signs in as ${username ?? 'anybody'} here.`);
  return { tx, now, actor, organisation, signals: noSignals(), react, depth: 0 };
}

async function fileAt(path: string): Promise<Configuration> {
  try {
    return configurationShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (fault) {
    const why = fault instanceof z.ZodError ? z.prettifyError(fault) : (fault as Error).message;
    throw new CannotStart('configuration.bad_file', `${path} is no configuration. ${why}`);
  }
}

/** Says what differs and what speaks against it; whether it may be applied. */
function tell({ changes, faults, effects }: Awaited<ReturnType<typeof differencesOf>>): boolean {
  for (const { path, before, after } of changes) say(`${path}: ${String(before ?? '–')} → ${String(after ?? '–')}`);
  for (const { what, count } of effects) say(`${what}: ${count}`);
  for (const { code, params } of faults) say(`refused: ${String(params?.['path'] ?? '')}: ${code}`);
  say(`${changes.length} values differ, ${faults.length} faults.`);
  return faults.length === 0;
}

/** What the pack brings that is not here, a line each. */
function tellNews({ items }: Awaited<ReturnType<typeof readNews>>): void {
  for (const { part, key, name, declined, faults } of items) {
    const [fault] = faults;
    const notes = [
      declined ? `declined: ${declined.why}` : '',
      fault ? `cannot be taken: ${String(fault.params?.['path'] ?? '')}: ${fault.code}` : '',
    ].filter(Boolean);
    say([`${part} ${key}: ${name.en}`, ...notes].join(' | '));
  }
  say(`${items.length} things of the pack are not here.`);
}

type Where = { database: Database; organisation: Organisation };

async function actOnPack({ database, organisation }: Where, { act, part, key, why, as }: Asked): Promise<void> {
  if (act === 'news')
    return tellNews(
      await database.read(organisation.schema, async (tx) => readNews(await contextOf(tx, organisation, as))),
    );
  const run = act === 'take' ? takeNews : declineNews;
  await database.transact(organisation.schema, async (tx) =>
    run(await contextOf(tx, organisation, as), { part, key }, why!),
  );
  say(act === 'take' ? 'Taken.' : 'Declined.');
}

await runProgram(
  async (opened) => {
    const given = asked(process.argv.slice(2));
    const { act, file, why, check, organisation: slug, as } = given;
    const server = await databaseInUse(readSettings([], process.env, ROOT, true), say);
    opened.add(server.stop);
    const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin configuration' });
    opened.add(database.close);
    await migrate(database.pool, systemClock.now());
    const organisation = await organisationOf(database, slug);
    if (act !== 'export' && act !== 'import') return actOnPack({ database, organisation }, given);
    if (act === 'export') {
      const all = await database.read(organisation.schema, async (tx) =>
        readConfiguration(await contextOf(tx, organisation, as)),
      );
      await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
      return say(`The configuration stands in ${file}.`);
    }
    const configuration = await fileAt(file);
    const differences = await database.read(organisation.schema, async (tx) =>
      differencesOf(await contextOf(tx, organisation, as), configuration),
    );
    if (!tell(differences)) throw new CannotStart('configuration.refused', 'Nothing was changed.');
    if (check || differences.changes.length === 0) return;
    await database.transact(organisation.schema, async (tx) =>
      importConfiguration(await contextOf(tx, organisation, as), { configuration, why: why! }),
    );
    say('Applied.');
  },
  { usage: USAGE },
);
