import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../src/kernel/time.ts';
import { rowsIn } from '../src/platform/backup/manifest.ts';
import { restoreBackup } from '../src/platform/backup/restore.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { databaseFor } from '../src/platform/server-for.ts';
import { readSettings } from '../src/platform/settings.ts';

const USAGE = 'Say from where: npm run restore -- FILE [--replace [--yes]]';
const FLAGS = new Set(['--replace', '--yes']);

/**
 * `npm run restore -- FILE`: puts a backup into an empty database, wholly or not at all. `--replace` gives up what
 * the database holds, and asks first; `--yes` answers.
 */
await runProgram(async (opened) => {
  const flags = process.argv.slice(2).filter((word) => word.startsWith('-'));
  const [name, ...more] = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  if (name === undefined || more.length > 0 || flags.some((flag) => !FLAGS.has(flag)))
    throw new CannotStart('backup.usage', USAGE);
  const settings = readSettings([], process.env, join(import.meta.dirname, '..'), true);
  const server = await databaseFor(settings, say);
  opened.add(server.stop);
  const contents = await restoreBackup({
    url: server.url,
    file: resolve(process.env['INIT_CWD'] ?? process.cwd(), name),
    now: systemClock.now(),
    mayReplace: async (names) => flags.includes('--replace') && (flags.includes('--yes') || (await ask(names))),
  });
  say(
    `Restored ${contents.tables.length} tables, ${rowsIn(contents)} rows, as they were at ${contents.manifest.madeAt}.`,
  );
});

async function ask(names: string[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`This database holds ${names.join(', ')}. Replace it for good? (yes/no) `);
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
