import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Closers } from '../src/platform/closers.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { readSettings } from '../src/platform/settings.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * `npm run dev`: the server, started again when a file of it changes, and the screens as they are edited. Open the
 * second address. Options and environment are those of `npm start`.
 */
await runProgram(
  async (opened) => {
    const args = process.argv.slice(2);
    const { port } = readSettings(args, process.env, ROOT, true);
    const server = run(opened, [
      '--watch-path=src',
      '--watch-path=packs',
      '--watch-preserve-output',
      'src/main.ts',
      ...args,
    ]);
    const { createServer } = await import('vite');
    process.env['HUIYIN_API'] = `http://localhost:${port}`;
    const screens = await createServer({ configFile: join(ROOT, 'web/vite.config.ts') });
    opened.add(() => screens.close());
    await screens.listen();
    say(`Screens as you edit them: ${screens.resolvedUrls?.local[0] ?? ''}`);
    await once(server, 'exit');
  },
  { stays: false },
);

function run(opened: Closers, args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  opened.add(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  return child;
}
