import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';
import { SERVER, writeStamp } from '../src/platform/built.ts';
import { runProgram, say as print } from '../src/platform/program.ts';
import type { Say } from './build-once.ts';
import { buildOnce } from './build-once.ts';

const home = join(import.meta.dirname, '..');

/** Makes one file of the program where that is stale; answers whether it had to. About 2 s on two cores. */
export function buildServer(say: Say = () => {}, root = home): Promise<boolean> {
  return buildOnce({ root, built: SERVER, what: 'the program', say }, async () => {
    say('Building the program…');
    const read = await bundle('src/main.ts', SERVER.made, root);
    writeStamp(root, SERVER, [...read, 'scripts/build-server.ts']);
  });
}

/**
 * Makes one file of a program and all of ours that it imports, packages aside; answers which sources were read. All paths from the root.
 * Nothing is renamed or shortened, and a comment above each part names its source. A map would do that better, but Node keeps 60 MB of it.
 */
export async function bundle(entry: string, made: string, root = home): Promise<string[]> {
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    plugins: [whereItStood(root, dirname(made))],
  });
  try {
    await bundled.write({ file: join(root, made), format: 'esm', codeSplitting: false });
    return (await bundled.watchFiles).map((file) => pathIn(root, file));
  } finally {
    await bundled.close();
  }
}

const pathIn = (folder: string, file: string): string => relative(folder, file).replaceAll(sep, '/');

/** A module that asks where it stands is told where its source does. `folder`: of what is made, from the root. */
function whereItStood(root: string, folder: string): Plugin {
  return {
    name: 'where-it-stood',
    transform(code, id) {
      if (!code.includes('import.meta.')) return null;
      const path = pathIn(join(root, folder), id);
      return code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${posix.dirname(path)}`)})`)
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(async () => void (await buildServer(print)));
