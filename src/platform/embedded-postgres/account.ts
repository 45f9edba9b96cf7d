import { chmodSync, lchownSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { CannotStart, inWords } from '../cannot-start.ts';
import type { Binaries } from './binaries.ts';

/** As whom PostgreSQL's programs run. PostgreSQL refuses root, so root needs one of three disguises. */
export type Account = {
  /** A program that takes off root's rights and then becomes the one named after it: same process id. */
  wrap: readonly string[];
  /** Set where Node itself is to change account before it starts the program. */
  runAs: { uid: number; gid: number } | null;
  /** Who must own the data; null: whoever starts us. */
  owner: { uid: number; gid: number } | null;
};

type Entry = { name: string; uid: number; gid: number };

const ORDINARY: Account = { wrap: [], runAs: null, owner: null };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Finds a way to run the server on `data` (created where it is not there yet).
 *
 * As root, in this order, each tried before it is trusted:
 * 1. a user namespace in which root is an ordinary user: files stay root's, so it works under 0700 directories too;
 * 2. another account, where binaries and data can be reached by it;
 * 3. another account that keeps the one right to pass closed directories (containers forbid 1, but give this).
 */
export function chooseAccount(binaries: Binaries, data: string): Account {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch (fault) {
    throw inWords(fault, data);
  }
  if (!isRoot()) {
    refuseForeignData(data);
    return ORDINARY;
  }
  for (const account of disguises()) {
    if (!isPossible(account)) continue;
    if (account.owner?.uid) chmodSync(dirname(data), 0o711);
    give(data, account.owner!);
    if (reaches(account, binaries, data)) return account;
  }
  throw new CannotStart(
    'start.root_has_no_other_account',
    'PostgreSQL does not run as root, and no other account can be used here. Start Huiyin as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

function refuseForeignData(data: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || lstatSync(data).uid === uid) return;
  throw new CannotStart(
    'start.data_of_another_account',
    `${data} belongs to another account, so the database in it cannot be started by this one. Start Huiyin as that account, or choose another directory.`,
  );
}

function* disguises(): Generator<Account> {
  const entries = accounts();
  const inside = entries[0];
  if (process.platform === 'linux' && inside) {
    const wrap = ['unshare', '--user', `--map-user=${inside.uid}`, `--map-group=${inside.gid}`];
    yield { wrap, runAs: null, owner: { uid: 0, gid: 0 } };
  }
  const other =
    entries.find((entry) => entry.name === 'postgres') ?? entries.find((entry) => entry.name === 'nobody') ?? inside;
  if (!other) return;
  const owner = { uid: other.uid, gid: other.gid };
  yield { wrap: [], runAs: owner, owner };
  if (process.platform !== 'linux') return;
  // Without the last option, access(2) would answer without the capability, and initdb asks it.
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  yield {
    wrap: ['setpriv', `--reuid=${other.uid}`, `--regid=${other.gid}`, '--clear-groups', ...keep],
    runAs: null,
    owner,
  };
}

/** initdb looks its own account up, so only accounts that have a name will do. */
function accounts(): Entry[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':')).filter((fields) => fields.length >= 4);
  return entries
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }))
    .filter((entry) => entry.uid > 0 && entry.gid > 0);
}

function run(account: Account, script: string, ...args: string[]): boolean {
  const [program, ...rest] = [...account.wrap, '/bin/sh', '-c', script, 'sh', ...args];
  return spawnSync(program!, rest, { cwd: '/', stdio: 'ignore', timeout: 5_000, ...account.runAs }).status === 0;
}

function isPossible(account: Account): boolean {
  return run(account, 'test "$(id -u)" != 0');
}

function reaches(account: Account, binaries: Binaries, data: string): boolean {
  return run(account, 'test -w "$1" && test -x "$1" && "$2" --version', data, binaries.postgres);
}

/** Data made under another disguise changes hands; nothing is done where it stands right already. */
function give(data: string, owner: { uid: number; gid: number }): void {
  if (lstatSync(data).uid === owner.uid) return;
  const pass = (path: string): void => {
    lchownSync(path, owner.uid, owner.gid);
    if (!lstatSync(path).isDirectory()) return;
    for (const name of readdirSync(path)) pass(join(path, name));
  };
  pass(data);
  chmodSync(data, 0o700);
}
