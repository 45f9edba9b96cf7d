import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildWeb } from './build-web.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/** One entry of Vite's manifest, as far as we read it. */
type Chunk = {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  isEntry?: boolean;
  src?: string;
};
type Manifest = Record<string, Chunk>;

export type ScreenWeight = { screen: string; kilobytes: number; most: number; within: boolean };

/**
 * What the issue allows, in kB gz of JS and CSS: the first screen with all it needs, what any other adds to it, and the
 * customer's page with all it needs, beyond nothing.
 */
export const budgets = { first: 280, other: 80, customer: 120 };

/** Opened first by somebody who has signed in: frame, words and their own work. */
const firstScreen = ['frame/frame.tsx', 'screens/my-work/my-work.tsx'];

/** Weighs the built screens by following the imports that Vite wrote down. Words are counted once, in the heaviest language. */
export async function measureBundle(root = home): Promise<ScreenWeight[]> {
  await buildWeb(undefined, root);
  const manifest = JSON.parse(readFileSync(join(root, 'dist/web/.vite/manifest.json'), 'utf8')) as Manifest;
  const weigh = weigherOf(root);
  const first = new Set(
    ['index.html', ...firstScreen, heaviest(/^words\/.*catalogue\.ts$/, manifest, weigh)].flatMap((key) =>
      filesOf(manifest, key),
    ),
  );
  const customer = new Set(
    ['customer.html', heaviest(/^words\/.*catalogue-entry\.ts$/, manifest, weigh)].flatMap((key) =>
      filesOf(manifest, key),
    ),
  );
  const screens = Object.keys(manifest).filter((key) => /^screens\/.*\.tsx$/.test(key) && !firstScreen.includes(key));
  return [
    weightOf('first screen', sum([...first], weigh), budgets.first),
    weightOf('customer page', sum([...customer], weigh), budgets.customer),
    ...screens.map((key) => {
      const there = new Set([...first, ...openedFrom(manifest, key, screens)]);
      const more = filesOf(manifest, key).filter((file) => !there.has(file));
      return weightOf(key, sum([...new Set(more)], weigh), budgets.other);
    }),
  ];
}

/** A form or part that a screen fetches when it is wanted is opened from that screen: what is there already is not fetched again. */
function openedFrom(manifest: Manifest, key: string, screens: readonly string[]): string[] {
  const opener = screens.find((screen) => screen !== key && laterOf(manifest, screen).has(key));
  return opener ? filesOf(manifest, opener) : [];
}

/** What a screen fetches later. What the entry fetches later are the screens themselves. */
function laterOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || chunk.isEntry || seen.has(key)) return new Set();
  seen.add(key);
  const inner = (chunk.imports ?? []).flatMap((next) => [...laterOf(manifest, next, seen)]);
  return new Set([...(chunk.dynamicImports ?? []), ...inner]);
}

function weightOf(screen: string, bytes: number, most: number): ScreenWeight {
  const kilobytes = Math.round(bytes / 100) / 10;
  return { screen, kilobytes, most, within: kilobytes <= most };
}

/** A chunk's own files and those of all it imports at once; what it imports later counts where it is shown. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((next) => filesOf(manifest, next, seen))];
}

function heaviest(words: RegExp, manifest: Manifest, weigh: (file: string) => number): string {
  const catalogues = Object.keys(manifest).filter((key) => words.test(key));
  return catalogues.sort((one, other) => weigh(manifest[other]!.file) - weigh(manifest[one]!.file))[0] ?? '';
}

function weigherOf(root: string): (file: string) => number {
  const known = new Map<string, number>();
  return (file) => {
    const weight = known.get(file) ?? gzipSync(readFileSync(join(root, 'dist/web', file)), { level: 9 }).length;
    known.set(file, weight);
    return weight;
  };
}

function sum(files: readonly string[], weigh: (file: string) => number): number {
  return files.reduce((total, file) => total + weigh(file), 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { screen, kilobytes, most, within } of await measureBundle()) {
    process.stdout.write(`${within ? 'ok  ' : 'OVER'} ${kilobytes.toFixed(1).padStart(7)} of ${most} kB  ${screen}\n`);
  }
}
