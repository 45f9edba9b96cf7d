import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** So many files share a process: loading the program costs each of them more than most of their tests do. */
const TOGETHER = 8;

/** What a file does to the process it runs in, or needs of one: such a file has one of its own. */
const ALONE =
  /child_process|(?:before|after)Each|playwright|openHouse|openBrowser|startMailRig|mock\.(?:timers|method)|process\.(?:env|exit|on|chdir|kill|emit)|globalThis\./;

/**
 * The files to start, each in a process: those that run alone as they are, the others in lots, each file a group named by its path
 * within which its hooks stay. Lots are written to `directory`.
 */
export function inBatches(files: readonly string[], directory: string): string[] {
  rmSync(directory, { recursive: true, force: true });
  const together = files.filter((file) => !ALONE.test(readFileSync(file, 'utf8')));
  if (together.length < 2) return [...files];
  mkdirSync(directory, { recursive: true });
  const lots = Array.from({ length: Math.ceil(together.length / TOGETHER) }, (_, nth) => {
    const lot = join(directory, `${nth + 1}.mjs`);
    writeFileSync(lot, batch(together.slice(nth * TOGETHER, (nth + 1) * TOGETHER)));
    return lot;
  });
  return [...files.filter((file) => !together.includes(file)), ...lots];
}

function batch(files: readonly string[]): string {
  const groups = files.map(
    (file) =>
      `describe(${JSON.stringify(file)}, async () => void (await import('${pathToFileURL(resolve(file)).href}')));`,
  );
  return `import { describe } from 'node:test';\n${groups.join('\n')}\n`;
}
