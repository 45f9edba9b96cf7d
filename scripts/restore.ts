import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../src/kernel/time.ts';
import { rowsIn } from '../src/platform/backup/manifest.ts';
import { restoreBackup } from '../src/platform/backup/restore.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseFor } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';
import { readArguments, WHERE } from '../src/platform/usage.ts';

const HOW = 'Say from where: npm run restore -- FILE [--replace [--yes]]';
const USAGE = `npm run restore -- FILE [--replace [--yes]]
Puts a backup into an empty database, wholly or not at all.
  --replace        gives up what the database holds, and asks first
  --yes            answers that question
${WHERE}`;
const flag = { type: 'boolean', default: false } as const;

/**
 * `npm run restore -- FILE`: puts a backup into an empty database, wholly or not at all. `--replace` gives up what
 * the database holds, and asks first; `--yes` answers.
 */
await runProgram(
  async (opened) => {
    const args = process.argv.slice(2);
    const given = readArguments({ args, allowPositionals: true, options: { replace: flag, yes: flag } }, USAGE);
    const [name, ...more] = given.positionals;
    if (name === undefined || more.length > 0) throw new CannotStart('backup.usage', HOW);
    const { replace, yes } = given.values;
    const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
    const server = await databaseFor(settings, say);
    opened.add(server.stop);
    const contents = await restoreBackup({
      url: server.url,
      file: resolve(process.env['INIT_CWD'] ?? process.cwd(), name),
      now: systemClock.now(),
      mayReplace: async (names) => replace && (yes || (await ask(names))),
    });
    say(
      `Restored ${contents.tables.length} tables, ${rowsIn(contents)} rows, as they were at ${contents.manifest.madeAt}.`,
    );
  },
  { usage: USAGE },
);

async function ask(names: string[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`This database holds ${names.join(', ')}. Replace it for good? (yes/no) `);
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
