import { join } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { openDatabase } from '../src/platform/db.ts';
import { migrate, stepsInWords } from '../src/platform/migrate.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseFor } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';

const USAGE = `npm run migrate
Brings the database to this version, all of it or nothing; a start does so by itself.
${WHERE}`;

/** `npm run migrate`: brings the database to this version, all of it or nothing, and says what it did. */
await runProgram(
  async (opened) => {
    readArguments({ args: process.argv.slice(2) }, USAGE);
    const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
    const server = await databaseFor(settings, say);
    opened.add(server.stop);
    const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin migrate' });
    opened.add(database.close);
    const applied = await migrate(database.pool, systemClock.now());
    for (const step of applied) say(step);
    say(applied.length === 0 ? 'The database is of this version already.' : `Applied ${stepsInWords(applied)}.`);
  },
  { usage: USAGE },
);
