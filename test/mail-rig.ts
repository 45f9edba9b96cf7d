import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import type { Security } from '../src/platform/mail/server.ts';

const run = promisify(execFile);

/** Beside the project's own folder, where somebody has put it. */
const RIG = join(import.meta.dirname, '../../shared/rig/mail');

export type MailRig = {
  imap(secure: Security): { host: string; port: number; secure: Security };
  smtp(secure: Security): { host: string; port: number; secure: Security };
  password: string;
  /** From here on this process trusts the rig's certificate. */
  trust(): void;
  stop(): Promise<void>;
};

/** A real IMAP and SMTP server on ports of its own; or why there is none. */
export async function startMailRig(basePort: number): Promise<MailRig | { missing: string }> {
  if (!existsSync(join(RIG, 'setup.sh'))) return { missing: 'the mail rig is not here' };
  const directory = await mkdtemp(join(tmpdir(), 'mail-'));
  try {
    await run('chmod', ['755', directory]);
    await run('bash', [join(RIG, 'setup.sh'), directory, String(basePort)], {
      timeout: 180_000,
      env: { ...process.env, INSTALL: 'no' },
    });
  } catch (fault) {
    await rm(directory, { recursive: true, force: true });
    return {
      missing: `the mail servers cannot start: ${((fault as { stderr?: string }).stderr ?? String(fault)).trim()}`,
    };
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
    trust() {
      tls.setDefaultCACertificates([...tls.getCACertificates(), readFileSync(said['MAIL_CA']!, 'utf8')]);
    },
    stop,
  };
}
