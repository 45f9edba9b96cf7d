import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import type { Security } from '../src/platform/mail/server.ts';

const run = promisify(execFile);

/** Beside the project's own folder, where somebody has put it. */
const RIG = join(import.meta.dirname, '../../shared/rig/mail');

/**
 * Runs what begins servers, and waits for it alone: what they print goes into a file, for they keep what they were given to print to, and
 * whoever waits for the end of a pipe waits for theirs.
 */
async function begin(program: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'begin-')), 'said');
  const said = await open(path, 'a');
  try {
    const child = spawn(program, given, { env, stdio: ['ignore', said.fd, said.fd] });
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(readFileSync(path, 'utf8').trim() || `${program} ends with ${code}`);
  } finally {
    await said.close();
    await rm(dirname(path), { recursive: true, force: true });
  }
}

/** Where servers lie, which a person's own path may not name. */
const withServers = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` });

export type RigServer = 'imap' | 'smtp';

export type MailRig = {
  imap(secure: Security): { host: string; port: number; secure: Security };
  smtp(secure: Security): { host: string; port: number; secure: Security };
  password: string;
  /** Its certificate in a file, for processes that are to trust it. */
  certificate: string;
  /** From here on this process trusts the rig's certificate. */
  trust(): void;
  /** Kills one of its servers outright, with all that it had begun, and starts it again. */
  killed(server: RigServer): Promise<void>;
  /** Its SMTP server tries now what it put off because the mailboxes were away: by itself it does so after a minute or two. */
  deliverDeferred(): Promise<void>;
  stop(): Promise<void>;
};

/** A real IMAP and SMTP server on ports of its own; or why there is none. */
export async function startMailRig(basePort: number): Promise<MailRig | { missing: string }> {
  if (!existsSync(join(RIG, 'setup.sh'))) return { missing: 'the mail rig is not here' };
  const directory = await mkdtemp(join(tmpdir(), 'mail-'));
  try {
    await chmod(directory, 0o755);
    await begin('bash', [join(RIG, 'setup.sh'), directory, String(basePort)], { ...process.env, INSTALL: 'no' });
  } catch (fault) {
    await rm(directory, { recursive: true, force: true });
    return { missing: `the mail servers cannot start: ${(fault as Error).message}` };
  }
  const said = Object.fromEntries(
    readFileSync(join(directory, 'env'), 'utf8')
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  const port = (name: string): number => Number(said[`MAIL_${name}_PORT`]);
  const stop = async (): Promise<void> => {
    await run('bash', [join(RIG, 'stop.sh'), directory, '--wipe']).catch(() => {});
  };
  if (!said['MAIL_SMTP_PORT']) {
    await stop();
    return { missing: 'the mail rig has no SMTP server here' };
  }
  return {
    imap: (secure) => ({ host: 'localhost', port: port(secure === 'tls' ? 'IMAPS' : 'IMAP'), secure }),
    smtp: (secure) => ({
      host: 'localhost',
      port: port(secure === 'tls' ? 'SMTPS' : secure === 'none' ? 'SMTP' : 'SUBMISSION'),
      secure,
    }),
    password: said['MAIL_PASSWORD']!,
    certificate: said['MAIL_CA']!,
    killed: (server) => killAndStart(directory, server),
    deliverDeferred: () => begin('postqueue', ['-c', join(directory, 'postfix/conf'), '-f'], withServers()),
    trust() {
      tls.setDefaultCACertificates([...tls.getCACertificates(), readFileSync(said['MAIL_CA']!, 'utf8')]);
    },
    stop,
  };
}

const MASTERS: Record<RigServer, { pid: string; start: (directory: string) => [string, string[]] }> = {
  imap: {
    pid: 'dovecot/run/master.pid',
    start: (directory) => ['dovecot', ['-c', join(directory, 'dovecot/dovecot.conf')]],
  },
  smtp: {
    pid: 'postfix/spool/pid/master.pid',
    start: (directory) => ['postfix', ['-c', join(directory, 'postfix/conf'), 'start']],
  },
};

async function killAndStart(directory: string, server: RigServer): Promise<void> {
  const { pid, start } = MASTERS[server];
  const master = Number(readFileSync(join(directory, pid), 'utf8'));
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(master)]).catch(() => ({ stdout: '' }));
  for (const one of [master, ...stdout.trim().split(/\s+/).filter(Boolean).map(Number)])
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // gone by itself
    }
  const [program, given] = start(directory);
  const env = withServers();
  // ports of what was killed are free in a moment
  for (let tries = 0; ; tries += 1)
    try {
      return await begin(program, given, env);
    } catch (fault) {
      if (tries === 20) throw fault;
      await new Promise((go) => setTimeout(go, 250));
    }
}
