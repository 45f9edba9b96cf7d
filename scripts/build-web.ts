import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { SCREENS, writeStamp } from '../src/platform/built.ts';
import { compressFiles } from '../src/platform/compress-files.ts';
import { runProgram, say as print } from '../src/platform/program.ts';
import type { Say } from './build-once.ts';
import { buildOnce } from './build-once.ts';

const home = join(import.meta.dirname, '..');

/** Builds the screens into `dist/web` where they are stale; answers whether it had to. About 10 s on two cores. */
export function buildWeb(say: Say = () => {}, root = home): Promise<boolean> {
  return buildOnce({ root, built: SCREENS, what: 'the screens', say }, () => build(say, root));
}

async function build(say: Say, root: string): Promise<void> {
  const vite = await import('vite');
  const imported = new Set<string>();
  const progress = progressOf(say, root, imported);
  say('Building the screens…');
  await vite.build({ configFile: `${root}/web/vite.config.ts`, logLevel: 'error', plugins: [progress] });
  await vite.build({ configFile: `${root}/web/widget/vite.config.ts`, logLevel: 'error', plugins: [progress] });
  await compressFiles(join(root, 'dist/web'));
  writeStamp(root, SCREENS, [...imported]);
  say('Screens built.');
}

/** Counts what has been read, and notes which files of ours outside `web/` the screens use. */
function progressOf(say: Say, root: string, imported: Set<string>): Plugin {
  let count = 0;
  return {
    name: 'progress',
    transform(_code, id) {
      count += 1;
      if (count % 2500 === 0) say(`Building the screens… ${count} files`);
      const path = relative(root, id.split('?')[0] ?? id);
      if (path.startsWith('src')) imported.add(path);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runProgram(async () => {
    if (!(await buildWeb(print))) print('The screens are up to date.');
  });
}
