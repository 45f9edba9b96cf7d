import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { rowsIn } from '../src/platform/backup/manifest.ts';
import { saveBackup } from '../src/platform/backup/save.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseInUse } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { versionOfHuiyin } from '../src/platform/version.ts';

const USAGE = 'Say where to: npm run backup -- FILE (it must not exist yet).';

/** `npm run backup -- FILE`: everything, as it stands at one moment, while Huiyin goes on working. */
await runProgram(async (opened) => {
  const [name, ...more] = process.argv.slice(2);
  if (name === undefined || name.startsWith('-') || more.length > 0) throw new CannotStart('backup.usage', USAGE);
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  if (existsSync(file)) throw new CannotStart('backup.file_exists', `${file} exists already. ${USAGE}`);
  const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
  const server = await databaseInUse(settings, say);
  opened.add(server.stop);
  const contents = await saveBackup({ url: server.url, file, now: systemClock.now(), version: versionOfHuiyin() });
  say(`${file}: ${contents.tables.length} tables, ${rowsIn(contents)} rows.`);
});
