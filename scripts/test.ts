import { globSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { onStop } from '../src/platform/parent.ts';
import { SERVER_VARIABLE, startTestServer } from '../test/database.ts';
import { makeScratch } from '../test/scratch.ts';
import { inBatches } from './check/batches.ts';
import { keepResults, type Result } from './check/results.ts';

/**
 * `npm test [-- part-of-a-path ...] [--only] [--name part-of-a-name]`: every test, on one database server for the run.
 * What became of each goes to dist/test-results.json for `npm run duties`: whole files only, so not under --only, --name
 * or Ctrl-C.
 */

const FILES = ['{src,packs,web,scripts,test}/**/*.test.ts'];
const NOT_HERE = ['test/bench/**'];
/** Of this run: another may go on beside it. */
const BATCHES = `dist/test-batches/${process.pid}`;
/** A whole file, browser stories and crash tests included. */
const LONGEST_FILE = 15 * 60_000;
/** Loaded into every test's process: it ends with the runner, even with a killed one. */
const END_WITH_RUNNER = `data:text/javascript,const runner = process.ppid;
setInterval(() => process.ppid === runner || process.exit(1), 300).unref();`;

/** As Node has it: the launcher's small one spares a server at rest memory, and tests are never at rest. */
const YOUNG_SPACE = '--max-semi-space-size=16';

process.chdir(new URL('..', import.meta.url).pathname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'boolean', default: false }, name: { type: 'string', multiple: true } },
});

const files = chosenFiles();
if (files.length === 0) {
  console.error(`No test file matches ${positionals.join(' ') || FILES.join(' ')}.`);
  process.exit(1);
}

const scratch = makeScratch();
process.env['TMPDIR'] = scratch.path;
const ownServer = process.env['TEST_DATABASE_URL'];
const server = ownServer ? { url: ownServer, stop: async () => {} } : await startTestServer();
process.env[SERVER_VARIABLE] = server.url;

const stopping = new AbortController();
onStop(() => stopping.abort());

const results: Result[] = [];
const complaints: string[] = [];
/** How many tests of the present file were told, where it runs with others. */
let told = 0;
const stream = run({
  files: values.only ? files : inBatches(files, BATCHES),
  // stories in the browser wait for a part of their time
  concurrency: Math.ceil(availableParallelism() * 1.5),
  timeout: LONGEST_FILE,
  only: values.only,
  signal: stopping.signal,
  execArgv: ['--disable-warning=ExperimentalWarning', YOUNG_SPACE, '--import', END_WITH_RUNNER],
  ...(values.name ? { testNamePatterns: values.name.map(asPattern) } : {}),
});
stream.on('test:pass', (data) => note(data, true));
stream.on('test:fail', (data) => {
  process.exitCode = 1;
  note(data, false);
});
for await (const chunk of stream.compose(spec)) process.stdout.write(chunk as string);

await server.stop();
scratch.remove();
rmSync(BATCHES, { recursive: true, force: true });
if (!values.only && !values.name && !stopping.signal.aborted) keepResults(files, results);
if (results.length === 0) complaints.push('No test was found: that proves nothing.');
if (stopping.signal.aborted) complaints.push('Interrupted.');
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
process.exit();

function chosenFiles(): string[] {
  const all = globSync(FILES, { exclude: NOT_HERE }).toSorted();
  const parts = positionals.map((part) => part.replace(/^\.\//, ''));
  return parts.length === 0 ? all : all.filter((file) => parts.some((part) => file.includes(part)));
}

function asPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u');
}

type Seen = {
  name: string;
  nesting: number;
  file?: string;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: string };
};

function note(data: Seen, passed: boolean): void {
  const file = data.file ? relative(process.cwd(), data.file) : '';
  if (file.startsWith(BATCHES)) return endOfFile(data.name, passed);
  told = data.nesting === 0 ? 0 : told + 1;
  if (data.details.type === 'suite') {
    if (/\[[A-Z]+-\d/.test(data.name))
      complaints.push(`${file}: a group names duties, "${data.name}"; let its tests do so.`);
    return;
  }
  // The runner reports a file that defines no test as one test, named after the file, that passes.
  if (data.nesting === 0 && relative(process.cwd(), data.name) === file) {
    if (passed) complaints.push(`${file} defines no test.`);
    return;
  }
  results.push({ name: data.name, file, passed, skipped: Boolean(data.skip || data.todo) });
}

/** A file that ran with others is a group of its own, which ends after all its tests. */
function endOfFile(file: string, passed: boolean): void {
  if (told === 0 && passed && !values.name) complaints.push(`${file} defines no test.`);
  told = 0;
}
