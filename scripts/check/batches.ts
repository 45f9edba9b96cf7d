import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** So many files share a process: loading the program costs each of them more than most of their tests do. */
const TOGETHER = 14;
/** Stories in a browser wait for it, and the longest ends last: fewer of them. */
const IN_BROWSER = 4;
const BROWSER = /openHouse|openBrowser/;

/** What a file does to the process it runs in, or needs of one: such a file has one of its own. */
const ALONE =
  /child_process|startMailRig|openDemo|mock\.(?:timers|method)|process\.(?:env|exit|on|chdir|kill|emit)|globalThis\./;

/**
 * The files to start, each in a process: those that run alone as they are, the others in lots, each file a group named by its path
 * within which its hooks stay. Lots are written to `directory`.
 */
export function inBatches(files: readonly string[], directory: string): string[] {
  rmSync(directory, { recursive: true, force: true });
  const together = files.filter((file) => !ALONE.test(readFileSync(file, 'utf8')));
  if (together.length < 2) return [...files];
  mkdirSync(directory, { recursive: true });
  const inBrowser = together.filter((file) => BROWSER.test(readFileSync(file, 'utf8')));
  const others = together.filter((file) => !inBrowser.includes(file));
  const lots = [...inLots(inBrowser, IN_BROWSER), ...inLots(others, TOGETHER)].map((lot, nth) => {
    const file = join(directory, `${nth + 1}.mjs`);
    writeFileSync(file, batch(lot));
    return file;
  });
  return [...files.filter((file) => !together.includes(file)), ...lots];
}

/** Dealt out like cards, for neighbours in a folder are often alike in what they take. */
function inLots(files: readonly string[], size: number): string[][] {
  const lots = Array.from({ length: Math.ceil(files.length / size) }, (): string[] => []);
  for (const [nth, file] of files.entries()) lots[nth % lots.length]!.push(file);
  return lots;
}

/** One file is read after the other: of two read at once, what the second defines could come to stand in the group of the first. */
function batch(files: readonly string[]): string {
  const groups = files.map((file) => {
    const module = pathToFileURL(resolve(file)).href;
    return `await new Promise((read) => describe(${JSON.stringify(file)}, async () => void (await import('${module}').finally(read))));`;
  });
  return `import { describe } from 'node:test';\n${groups.join('\n')}\n`;
}
