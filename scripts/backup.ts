import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { rowsIn } from '../src/platform/backup/manifest.ts';
import { saveBackup } from '../src/platform/backup/save.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseInUse } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';
import { versionOfHuiyin } from '../src/platform/version.ts';

const HOW = 'Say where to: npm run backup -- FILE (it must not exist yet).';
const USAGE = `npm run backup -- FILE
Writes everything as it stands at one moment into FILE, which must not exist yet, while Huiyin goes on working.
${WHERE}`;

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
  },
  { usage: USAGE },
);
