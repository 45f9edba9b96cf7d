import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { importRequests } from '../src/import/run.ts';
import type { Mapping } from '../src/import/mapping.ts';
import { mappingShape } from '../src/import/mapping.ts';
import { systemClock } from '../src/kernel/time.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import type { Organisation } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import { openDatabase } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { organisationList } from '../src/platform/organisations.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseInUse } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';

const ROOT = join(import.meta.dirname, '..');
const USAGE = `npm run import -- requests FILE --mapping MAPPING.json [--organisation SLUG] [--as USERNAME]
FILE is CSV or TSV, gzipped or not. Run it again after an interruption: nothing is taken twice.
  --mapping        which column is what; an example stands in docs/mappings
  --organisation   into which, where there are several
  --as             who becomes accountable; left out: whoever set the organisation up
${WHERE}`;

type Asked = { file: string; mapping: string; organisation: string | undefined; as: string | undefined };

function asked(args: string[]): Asked {
  const text = { type: 'string' } as const;
  const options = { mapping: text, organisation: text, as: text };
  const { values, positionals } = readArguments({ args, allowPositionals: true, options }, USAGE);
  const [what, file] = positionals;
  if (what !== 'requests' || !file || !values.mapping) throw new CannotStart('import.usage', USAGE);
  return { file: asNamed(file), mapping: asNamed(values.mapping), organisation: values.organisation, as: values.as };
}

/** The list of what was refused stands where the command was given. */
function asWritten(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), `${basename(file)}.refused.csv`);
}

/** npm runs us in the house's own directory; files are named from where it was called. */
function asNamed(path: string): string {
  const named = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  if (!existsSync(named)) throw new CannotStart('import.no_file', `There is no file ${named}.`);
  return named;
}

async function readMapping(path: string): Promise<Mapping> {
  try {
    return mappingShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (fault) {
    const why = fault instanceof z.ZodError ? z.prettifyError(fault) : (fault as Error).message;
    throw new CannotStart('import.bad_mapping', `${path} is no mapping that can be used. ${why}`);
  }
}

async function organisationOf(database: Database, slug: string | undefined): Promise<Organisation> {
  const all = await organisationList(database.pool).all();
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((one) => one.slug === slug);
  if (found) return found;
  const names = all.map((one) => one.slug).join(', ') || 'none yet';
  throw new CannotStart(
    'import.which_organisation',
    `Say which organisation with --organisation (there are: ${names}).`,
  );
}

/** Who becomes accountable: the one named, else whoever set the organisation up. */
async function personOf(database: Database, schema: string, username: string | undefined) {
  const person = await database.read(schema, (tx) =>
    tx
      .selectFrom('person')
      .select('id')
      .$if(username !== undefined, (query) => query.where('username', '=', username!))
      .where('left_at', 'is', null)
      .orderBy('joined_at')
      .orderBy('id')
      .executeTakeFirst(),
  );
  if (!person) throw new CannotStart('import.nobody', `Nobody signs in as ${username ?? 'anybody'} here.`);
  return person.id;
}

await runProgram(
  async (opened) => {
    const { file, mapping: mappingFile, organisation: slug, as } = asked(process.argv.slice(2));
    const settings = readSettings([], process.env, ROOT, true);
    const mapping = await readMapping(mappingFile);
    const server = await databaseInUse(settings, say);
    opened.add(server.stop);
    const database = openDatabase({ url: server.url, connections: 6, name: 'huiyin import' });
    opened.add(database.close);
    await migrate(database.pool, systemClock.now());
    const organisation = await organisationOf(database, slug);
    const personId = await personOf(database, organisation.schema, as);
    const begun = performance.now();
    let told = 0;
    const done = await importRequests({
      database,
      organisation,
      clock: systemClock,
      personId,
      mapping,
      path: file,
      progress: (so) => {
        if (so.lines - told < 2_000) return;
        told = so.lines;
        say(
          `${so.lines} lines read, ${so.opened} opened, ${so.closed} closed, ${so.known} known already, ${so.refused} refused`,
        );
      },
    });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(
      `\n${done.lines} lines: ${done.opened} opened, ${done.closed} closed, ${done.known} known already, in ${seconds} s.`,
    );
    if (done.refused.length === 0) return;
    const list = asWritten(file);
    const lines = done.refused.map(
      ({ line, why }) => `${line},${why.code},"${JSON.stringify(why.params ?? {}).replaceAll('"', '""')}"`,
    );
    await writeFile(list, `line,reason,details\n${lines.join('\n')}\n`);
    say(`${done.refused.length} lines were refused; ${list} says which and why.`);
  },
  { usage: USAGE },
);
