import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { system } from '../src/organisation/can.ts';
import type { Contents } from '../src/platform/backup/manifest.ts';
import { rowsIn } from '../src/platform/backup/manifest.ts';
import { saveBackup } from '../src/platform/backup/save.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { noSignals } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/db.ts';
import { recordLeaving } from '../src/platform/http/leaves.ts';
import { organisationList } from '../src/platform/organisations.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseInUse } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';
import { versionOfHuiyin } from '../src/platform/version.ts';
import { react } from '../src/reactions/reactions.ts';

const HOW = 'Say where to: npm run backup -- FILE (it must not exist yet).';
const USAGE = `npm run backup -- FILE
Writes everything as it stands at one moment into FILE, which must not exist yet, while Huiyin goes on working.
${WHERE}`;

/** Who takes everything out stands in the journal of every organisation. The file is whole by then, and good without it. */
async function noteBackup(url: string, { tables }: Contents): Promise<void> {
  const database = openDatabase({ url, connections: 1, name: 'huiyin backup' });
  try {
    for (const organisation of await organisationList(database.pool).all()) {
      const own = tables.filter(({ schema }) => schema === organisation.schema);
      await database.transact(organisation.schema, (tx) => {
        const context = {
          tx,
          now: systemClock.now(),
          actor: system,
          organisation,
          signals: noSignals(),
          react,
          depth: 0,
        };
        const rows = own.reduce((sum, table) => sum + table.rows, 0);
        return recordLeaving(context, { list: 'backup', format: 'backup', narrowed: {}, rows });
      });
    }
  } finally {
    await database.close();
  }
}

/** `npm run backup -- FILE`: everything, as it stands at one moment, while Huiyin goes on working. */
await runProgram(
  async (opened) => {
    const { positionals } = readArguments({ args: process.argv.slice(2), allowPositionals: true }, USAGE);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new CannotStart('backup.usage', HOW);
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
    if (existsSync(file)) throw new CannotStart('backup.file_exists', `${file} exists already. ${HOW}`);
    const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
    const server = await databaseInUse(settings, say);
    opened.add(server.stop);
    const contents = await saveBackup({ url: server.url, file, now: systemClock.now(), version: versionOfHuiyin() });
    say(`${file}: ${contents.tables.length} tables, ${rowsIn(contents)} rows.`);
    await noteBackup(server.url, contents).catch((fault: Error) =>
      say(`The journal does not say that it was made: ${fault.message}`),
    );
  },
  { usage: USAGE },
);
