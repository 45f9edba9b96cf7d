import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { stampWeb, webIsStale } from '../src/platform/web-stamp.ts';

const home = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

type Say = (line: string) => void;

/** Builds the screens into `dist/web` where they are stale; answers whether it had to. About 10 s on two cores. */
export async function buildWeb(say: Say = () => {}, root = home): Promise<boolean> {
  if (!webIsStale(root)) return false;
  const { build } = await import('vite');
  const imported = new Set<string>();
  const progress = progressOf(say, root, imported);
  say('Building the screens…');
  await build({ configFile: `${root}/web/vite.config.ts`, logLevel: 'error', plugins: [progress] });
  stampWeb(root, [...imported]);
  say('Screens built.');
  return true;
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
  const built = await buildWeb((line) => process.stdout.write(`${line}\n`));
  if (!built) process.stdout.write('The screens are up to date.\n');
}
