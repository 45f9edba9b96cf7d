import { join } from 'node:path';
import { makeDemo } from '../src/demo/demo.ts';
import { DEMO_PASSWORD, STAFF } from '../src/demo/staff.ts';
import { systemClock } from '../src/kernel/time.ts';
import { packs } from '../src/pack/registry.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { openDatabase } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { isMarked, makeMarked } from '../src/platform/demo-mark.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseFor } from '../src/platform/server-for.ts';
import { effects, react } from '../src/reactions/reactions.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';

const USAGE = `npm run seed
Makes the demo centre in a database that holds no organisation yet.
${WHERE}`;

/**
 * `npm run seed`: the demo centre, in a database that holds no organisation yet. `--where-missing`, from a start: it is
 * as good where another start has just made it.
 */
await runProgram(
  async (opened) => {
    const options = { 'where-missing': { type: 'boolean', default: false } } as const;
    const whereMissing = readArguments({ args: process.argv.slice(2), options }, USAGE).values['where-missing'];
    const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
    const server = await databaseFor(settings, say);
    opened.add(server.stop);
    const database = openDatabase({ url: server.url, connections: 4, name: 'huiyin seed', durable: false });
    opened.add(database.close);
    const now = systemClock.now();
    await migrate(database.pool, now);
    let told = 0;
    const parts = {
      database,
      pack: (await packs()).get('property')!,
      react,
      effects,
      now,
      progress(share: number) {
        if (share - told < 0.1) return;
        told = share;
        say(`  ${Math.round(share * 60)} of 60 days`);
      },
    };
    if (await isMarked(database.pool)) say('Half a demo centre stands here: waiting for whoever makes it.');
    const made = await makeMarked(database.pool, () => {
      say('Making the demo centre: 60 days of work at an estate of three buildings.');
      return makeDemo(parts);
    });
    if (!made) {
      if (whereMissing) return;
      const why = 'There is an organisation in this database already; the demo goes into an empty one only.';
      throw new CannotStart('seed.not_empty', why);
    }
    say(`The demo centre stands: ${STAFF.length} people sign in with the password ${DEMO_PASSWORD}.`);
  },
  { usage: USAGE },
);
