#!/usr/bin/env node
// Starts a .ts file of Huiyin with a Node that can run it: `huiyin [file.ts] [arguments]`, src/main.ts where none is
// named. The Node that npm found may be too old for that, so this file is plain JavaScript, and Huiyin brings its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;
/** Room for young objects, in MB. V8 takes 67 MB for them in the first second, and a server at rest would keep them. */
const YOUNG_SPACE = 6;
const PROGRAM = 'src/main.ts';
/** Makes one file of the program, and that file. */
const BUILDER = 'scripts/build-server.ts';
const BUILT = 'dist/server.js';
/** A server may ask to give back what its start took. */
const FLAGS = ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${YOUNG_SPACE}`, '--expose-gc'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PLATFORM = { win32: 'win' };
/** What runs under us now, and whether it was told to stop. */
let child;
let told = false;

function major(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

/** The Node of our optional dependencies; npm may have put it beside us or further up. */
function broughtNode() {
  const name = `node-${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  for (let place = root; ; place = dirname(place)) {
    for (const program of ['node', 'node.exe']) {
      const path = join(place, 'node_modules', name, 'bin', program);
      if (existsSync(path)) return path;
    }
    if (dirname(place) === place) return null;
  }
}

function versionOf(path) {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 5000 });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/** The newest suitable Node on the PATH. */
function installedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const paths = [...new Set((process.env.PATH ?? '').split(delimiter))]
    .filter(Boolean)
    .map((place) => join(place, program));
  const found = paths.filter(existsSync).map((path) => ({ path, version: versionOf(path) }));
  const newest = found
    .filter(({ version }) => version && major(version) >= OLDEST)
    .sort((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }))[0];
  return newest?.path ?? null;
}

function findNode() {
  if (major(process.version) >= OLDEST) return process.execPath;
  const brought = broughtNode();
  // It may be there and yet not run, on a Linux with another C library for instance.
  if (brought && versionOf(brought)) return brought;
  return installedNode();
}

function explainAndExit() {
  const hint = broughtNode()
    ? 'the Node that Huiyin brings does not run on this machine'
    : 'none was installed with Huiyin for this machine';
  process.stderr.write(
    `Huiyin needs Node ${OLDEST} or newer; this is ${process.version}, ${hint}, and there is no newer one on the PATH.\n` +
      `Install Node ${OLDEST} from https://nodejs.org and start again` +
      (process.platform === 'linux' ? ', or run "npm ci --include=optional".\n' : '.\n'),
  );
  process.exit(1);
}

/** Linux says whether a terminal stands over us, and so whether Ctrl-C reaches the child without our help. */
function hasTerminal() {
  const fields = readProc('self', 'stat')?.split(') ').pop().split(' ');
  if (fields) return fields[4] !== '0';
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
}

/** Runs Node under us; answers with its exit code and the signal it died of. */
function run(node, args) {
  // What was compiled once is kept: later starts take half the time and 30 MB less, for the stripping of types is not
  // even loaded. Where nothing can be written there, Node goes without.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'huiyin');
  // Else each thread of Node's takes memory for itself from glibc, 20 MB together, and hardly any of them needs some.
  const MALLOC_ARENA_MAX = process.env.MALLOC_ARENA_MAX ?? '2';
  child = spawn(node, [...FLAGS, ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE, MALLOC_ARENA_MAX },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('error', (fault) => {
    process.stderr.write(`Huiyin could not start ${node}: ${fault.message}\n`);
    process.exit(1);
  });
  return new Promise((ended) => child.on('exit', (code, signal) => ended({ code, signal })));
}

/** What we are told we tell the child: `how` it hears. */
function pass(signal, how) {
  process.on(signal, () => {
    told = true;
    how(signal);
  });
}

function passSignals() {
  const kill = (signal) => child.kill(signal);
  const tell = (signal) => {
    if (child.connected) child.send({ huiyin: 'stop', signal }, () => {});
  };
  // The terminal sends Ctrl-C to the child as well, which must not get it twice. A message is enough for one that
  // was sent to us alone: the child that listens takes both for one.
  pass('SIGINT', (signal) => (hasTerminal() ? tell(signal) : kill(signal)));
  pass('SIGTERM', kill);
  pass('SIGHUP', kill);
  followNpm();
}

/** Ends as the script ended. */
function end({ code, signal }) {
  if (signal === null) process.exit(code);
  // Die as the child died, so that whoever waits sees the same.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(1), 100);
}

/** Any script as it stands; the program from one file, which is made anew where what it is made from has changed. */
async function start(node, script, args) {
  passSignals();
  if (script !== join(root, PROGRAM)) return end(await run(node, [script, ...args]));
  const built = await run(node, [join(root, BUILDER)]);
  if (built.code !== 0 || told) return end({ ...built, code: built.code || 143 });
  end(await run(node, [join(root, BUILT), ...args]));
}

/**
 * npm killed outright takes nobody with it. Our parent is npm, or the shell that npm started us with and that goes on
 * waiting for us: some shells become what they were to run, others stay. Either has another parent only when that died.
 */
function followNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const npm = isNpmsShell(parent) ? parentOf(parent) : null;
  setInterval(() => {
    if (process.ppid !== parent || (npm !== null && parentOf(parent) !== npm)) child.kill('SIGTERM');
  }, 1000).unref();
}

/** Only Linux is asked: the shell of a Mac becomes the program. A shell of the user's own is none of our business. */
function isNpmsShell(id) {
  const line = process.env.npm_lifecycle_script;
  const words = readProc(id, 'cmdline')?.split('\0') ?? [];
  return Boolean(line) && words.some((word) => word.startsWith(line));
}

function parentOf(id) {
  return readProc(id, 'stat')?.split(') ').pop().split(' ')[1] ?? null;
}

function readProc(id, file) {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

const [first, ...rest] = process.argv.slice(2);
const isScript = first !== undefined && /\.[cm]?[jt]s$/.test(first);
const node = findNode();
if (node) await start(node, resolve(root, isScript ? first : PROGRAM), isScript ? rest : process.argv.slice(2));
else explainAndExit();
