import { join } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { openDatabase } from '../src/platform/db.ts';
import { migrate, stepsInWords } from '../src/platform/migrate.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseFor } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';

/** `npm run migrate`: brings the database to this version, all of it or nothing, and says what it did. */
await runProgram(async (opened) => {
  const settings = readSettings(process.argv.slice(2), process.env, join(import.meta.dirname, '..'), true);
  const server = await databaseFor(settings, say);
  opened.add(server.stop);
  const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin migrate' });
  opened.add(database.close);
  const applied = await migrate(database.pool, systemClock.now());
  for (const step of applied) say(step);
  say(applied.length === 0 ? 'The database is of this version already.' : `Applied ${stepsInWords(applied)}.`);
});
