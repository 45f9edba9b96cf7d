import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive, waitUntil } from '../src/platform/embedded-postgres/postmaster.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LAUNCHER = join(root, 'bin/huiyin.mjs');
const PARENT = join(root, 'src/platform/parent.ts');
const base = mkdtempSync(join(tmpdir(), 'huiyin-launcher-'));
after(() => rmSync(base, { recursive: true, force: true }));

/** Makes a launcher believe that it runs on Node 20, as it does where npm found that one. */
const PRETEND_OLD = `data:text/javascript,Object.defineProperty(process,'version',{value:'v20.11.0'})`;
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;

function write(path: string, text: string): string {
  const full = join(base, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

const ECHO = write(
  'echo.mjs',
  `console.log(JSON.stringify([process.execPath, ...process.argv.slice(2)])); process.exitCode = 7;`,
);
/** Says why it is told to stop, each time, and ends half a second after the first. */
const LISTENER = write(
  'listener.mjs',
  `import { onStop } from ${JSON.stringify(PARENT)};
onStop((reason) => { console.log('stop ' + reason); setTimeout(() => process.exit(5), 500); });
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log('signal ' + name));
setInterval(() => {}, 1000);
console.log('pid ' + process.pid);`,
);

/** A launcher installed elsewhere, with nothing beside it but what the test puts there. */
function launcherIn(folder: string): string {
  mkdirSync(join(base, folder, 'bin'), { recursive: true });
  const path = join(base, folder, 'bin/huiyin.mjs');
  copyFileSync(LAUNCHER, path);
  return path;
}

function runOld(launcher: string, path: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', PRETEND_OLD, launcher, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
}

/** A stand-in for a Node: it knows its version, and says what it would run. */
function fakeNode(folder: string, version: string): string {
  const program = write(
    `${folder}/node`,
    `#!/bin/sh\n[ "$1" = --version ] && echo ${version} || echo "${version} runs $2"\n`,
  );
  chmodSync(program, 0o755);
  return dirname(program);
}

describe('the launcher finds a Node', () => {
  test('the one it runs on, and hands over arguments and exit code', () => {
    const answer = spawnSync(process.execPath, [LAUNCHER, ECHO, 'a', '--b', 'c d'], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(answer.stdout), [process.execPath, 'a', '--b', 'c d']);
    assert.equal(answer.status, 7);
  });

  test('that of our own packages, further up too, where the first is too old', () => {
    const launcher = launcherIn('brought/inner');
    const folder = join(base, `brought/node_modules/node-${PLATFORM}-${process.arch}/bin`);
    mkdirSync(folder, { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node'));
    const answer = runOld(launcher, '/nowhere', ECHO);
    assert.equal(answer.status, 7, answer.stderr);
  });

  test('the newest of the PATH, where the one brought along does not run', () => {
    const launcher = launcherIn('path');
    write(`path/node_modules/node-${PLATFORM}-${process.arch}/bin/node`, 'for another machine');
    const folders = [fakeNode('path/a', 'v22.1.0'), fakeNode('path/b', 'v24.9.0'), fakeNode('path/c', 'v24.10.0')];
    const answer = runOld(launcher, [...folders, dirname('/bin/sh')].join(delimiter), ECHO);
    assert.match(answer.stdout, /^v24\.10\.0 runs /, answer.stderr);
  });

  test('none: it says so in a sentence, and what to do', () => {
    const answer = runOld(launcherIn('none'), fakeNode('none/path', 'v22.1.0'), ECHO);
    assert.equal(answer.status, 1);
    assert.match(
      answer.stderr,
      /^Huiyin needs Node 24 or newer; this is v20\.11\.0, none was installed .*\nInstall Node 24 /,
    );
    assert.doesNotMatch(answer.stderr, /at .*:\d+:\d+/);
  });

  test('and makes one file of src/main.ts, which it starts with all arguments, where no script is named', () => {
    const launcher = launcherIn('main');
    write('main/package.json', '{ "type": "module" }');
    write('main/src/main.ts', '');
    const built = `console.log(process.argv.slice(2).join(' '))`;
    const make = `import { writeFileSync } from 'node:fs'; writeFileSync('${base}/main/dist/server.js', ${JSON.stringify(built)});`;
    write('main/dist/none', '');
    write('main/scripts/build-server.ts', `${make} console.log('made' satisfies string);`);
    const answer = spawnSync(process.execPath, [launcher, '--empty', 'x'], { encoding: 'utf8' });
    assert.equal(answer.stdout, 'made\n--empty x\n', answer.stderr);
  });

  test('starts no program that could not be made', () => {
    const launcher = launcherIn('unmade');
    write('unmade/package.json', '{ "type": "module" }');
    write('unmade/dist/server.js', `console.log('an old one')`);
    write('unmade/scripts/build-server.ts', `console.error('it cannot be made'); process.exitCode = 3;`);
    const answer = spawnSync(process.execPath, [launcher], { encoding: 'utf8' });
    assert.deepEqual([answer.stdout, answer.stderr.trim(), answer.status], ['', 'it cannot be made', 3]);
  });
});

type Started = { launcher: ChildProcess; pid: number; said: () => string; ended: Promise<unknown[]> };

/** A listener under a launcher (`command` tells how), once it listens. Whatever the test does, nothing stays. */
async function started(t: TestContext, command: string[], options: SpawnOptions = {}): Promise<Started> {
  const [program, ...args] = command;
  const launcher = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  let text = '';
  const listens = new Promise<number>((resolve) => {
    launcher.stdout!.on('data', (chunk) => {
      text += String(chunk);
      const pid = /pid (\d+)\s/.exec(text)?.[1];
      if (pid) resolve(Number(pid));
    });
  });
  const ended = once(launcher.stdout!, 'close');
  const pid = await listens;
  t.after(() => {
    for (const id of [launcher.pid!, pid]) if (isAlive(id)) process.kill(id, 'SIGKILL');
  });
  return {
    launcher,
    pid,
    ended,
    said: () =>
      text
        .replaceAll('\r', '')
        .replace(/pid \d+\n/, '')
        .replace('^C', ''),
  };
}

/** In a session of its own there is no terminal, wherever the tests themselves are run. */
const ALONE: SpawnOptions = { detached: true };

/** npm starts a script by a shell, one that stays, and waits for it. */
const LINE = `'${process.execPath}' '${LAUNCHER}' '${LISTENER}'`;
const OF_NPM = { ...process.env, npm_lifecycle_event: 'start', npm_lifecycle_script: LINE };
const AS_NPM = [
  '-e',
  `require('child_process').spawn('/bin/sh', ['-c', process.argv[1]], { stdio: 'inherit' })`,
  `${LINE} 'an argument'; true`,
];

describe('the launcher and its child', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`${signal} reaches the child once, and its exit code comes back`, async (t) => {
      const { launcher, said, ended } = await started(t, [process.execPath, LAUNCHER, LISTENER], ALONE);
      launcher.kill(signal);
      const [code] = await once(launcher, 'exit');
      await ended;
      assert.equal(said(), `stop ${signal}\nsignal ${signal}\n`);
      assert.equal(code, 5);
    });
  }

  test("a terminal's Ctrl-C reaches the child once", { skip: hasScript() }, async (t) => {
    const line = `'${process.execPath}' '${LAUNCHER}' '${LISTENER}'`;
    const { launcher, said, ended } = await started(t, ['script', '-qec', line, '/dev/null']);
    launcher.stdin!.write('\u0003');
    await ended;
    assert.equal(said(), 'stop SIGINT\nsignal SIGINT\n');
  });

  test('a killed launcher takes the child with it, in order', async (t) => {
    const { launcher, pid, said, ended } = await started(t, [process.execPath, LAUNCHER, LISTENER], ALONE);
    launcher.kill('SIGKILL');
    await ended;
    assert.equal(said(), 'stop parent\n');
    assert.ok(await waitUntil(() => !isAlive(pid), 2_000));
  });

  test('a killed npm takes launcher and child with it', async (t) => {
    const npm = `'${process.execPath}' '${LAUNCHER}' '${LISTENER}'; true`;
    const environment = { ...process.env, npm_lifecycle_event: 'start' };
    const { launcher, said, ended } = await started(t, ['/bin/sh', '-c', npm], { ...ALONE, env: environment });
    launcher.kill('SIGKILL');
    await ended;
    assert.equal(said(), 'stop SIGTERM\nsignal SIGTERM\n');
  });

  test('a killed npm takes them with it where a shell stands between', { skip: hasProc() }, async (t) => {
    const { launcher, said, ended } = await started(t, [process.execPath, ...AS_NPM], { ...ALONE, env: OF_NPM });
    launcher.kill('SIGKILL');
    const stopped = await Promise.race([ended.then(() => true), sleep(5_000, false)]);
    assert.ok(stopped, 'it runs on');
    assert.equal(said(), 'stop SIGTERM\nsignal SIGTERM\n');
  });

  test('who started npm may go, and nothing stops', { skip: hasProc() }, async (t) => {
    const parting = ['/bin/sh', '-c', '"$@" & sleep 1', 'sh', process.execPath, ...AS_NPM];
    const { launcher, pid, said } = await started(t, parting, { ...ALONE, env: OF_NPM });
    await once(launcher, 'exit');
    await sleep(2_500);
    assert.ok(isAlive(pid));
    assert.equal(said(), '');
  });

  test('a child killed by a signal lets the launcher die of the same one', async (t) => {
    const { launcher, pid } = await started(t, [process.execPath, LAUNCHER, LISTENER], ALONE);
    process.kill(pid, 'SIGKILL');
    const [code, signal] = await once(launcher, 'exit');
    assert.deepEqual([code, signal], [null, 'SIGKILL']);
  });
});

function hasScript(): string | false {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')
    ? false
    : 'no script(1) here';
}

function hasProc(): string | false {
  return process.platform === 'linux' ? false : 'only Linux says whose child a process is';
}
