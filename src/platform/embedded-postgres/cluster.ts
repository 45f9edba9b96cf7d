import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, diskFull, inWords } from '../cannot-start.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

export const ROLE = 'huiyin';

/** The builtin locale asks nothing of the operating system, so a cluster sorts alike wherever its data is carried. */
const ALWAYS = [
  `--username=${ROLE}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
];

/** A new cluster takes 40 MB, its first log another 16. A running one needs room for its next log at least. */
const ROOM_FOR_A_NEW_ONE = 160 * 1024 * 1024;
const ROOM_TO_RUN = 32 * 1024 * 1024;

export function dataOf(directory: string): string {
  return join(directory, 'data');
}

export function hasCluster(directory: string): boolean {
  return existsSync(join(dataOf(directory), 'PG_VERSION'));
}

export function refuseFullDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < (hasCluster(directory) ? ROOM_TO_RUN : ROOM_FOR_A_NEW_ONE)) throw diskFull(directory);
}

export function refuseOtherMajor(directory: string, binaries: Binaries): void {
  const major = readFileSync(join(dataOf(directory), 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return;
  throw new CannotStart(
    'start.other_database_version',
    `The data in ${directory} was made by PostgreSQL ${major}, and this Huiyin brings ${binaries.major}. Make a backup with the Huiyin that made it, and restore it into a new directory.`,
  );
}

/** The password stands beside the data, for its owner's eyes only, so that a server left running can be taken over. */
export function passwordOf(directory: string): string {
  const file = join(directory, 'password');
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    if (hasCluster(directory)) throw lostPassword(file);
    const password = randomBytes(24).toString('hex');
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    return password;
  } catch (fault) {
    throw inWords(fault, directory);
  }
}

function lostPassword(file: string): CannotStart {
  return new CannotStart(
    'start.password_lost',
    `${file} is missing: without it the database beside it cannot be opened. Put it back from a copy, or move the whole directory away to begin anew.`,
  );
}

/**
 * Makes a new cluster: always UTF-8 and always the same order of letters, whatever the machine's language is. It is
 * made beside its place and moved there when it is whole, so an interrupted start leaves nothing half made.
 */
export async function makeCluster(
  directory: string,
  binaries: Binaries,
  account: Account,
  password: string,
  durable: boolean,
): Promise<void> {
  const data = unfinished(directory);
  const secret = join(data, '..', 'data.password');
  try {
    mkdirSync(data, { mode: 0o700, recursive: true });
    writeFileSync(secret, password, { mode: 0o600 });
    if (account.owner) for (const path of [data, secret]) chownSync(path, account.owner.uid, account.owner.gid);
    const answer = await finish(account, binaries, binaries.initdb, [
      '-D',
      data,
      `--pwfile=${secret}`,
      ...ALWAYS,
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (answer.code !== 0) throw failed(directory, answer.output);
    renameSync(data, dataOf(directory));
  } catch (fault) {
    rmSync(data, { recursive: true, force: true });
    throw inWords(fault, directory);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** Where a cluster is made until it is whole. What an earlier, interrupted start left there is of no use. */
export function unfinished(directory: string): string {
  return join(directory, 'data.new');
}

function failed(directory: string, output: string): Error {
  if (/no space left|quota exceeded/i.test(output)) return diskFull(directory);
  return new CannotStart(
    'start.database_not_made',
    `PostgreSQL could not make its database in ${directory}: ${output.trim().split('\n').at(-1)}`,
  );
}

/** What the programs see of our environment: nothing that would change what they do. */
export function environment(binaries: Binaries): NodeJS.ProcessEnv {
  const path = process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin';
  const library = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  // A library found through a link elsewhere looks for its own libraries beside the link, so both places are named.
  const places = binaries.links ? { [library]: `${binaries.links}:${join(binaries.native, 'lib')}` } : {};
  return { PATH: path, LC_ALL: 'C', TZ: 'UTC', ...places };
}

function finish(
  account: Account,
  binaries: Binaries,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const [first, ...rest] = [...account.wrap, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(first!, rest, {
      cwd: '/',
      env: environment(binaries),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...account.runAs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
