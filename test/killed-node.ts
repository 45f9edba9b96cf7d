import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A node in a process of its own, to be killed; `ahead`: so many milliseconds is its clock ahead of the machine's. Its address, once it serves; throws where it ends before. */
export async function nodeProcess(
  url: string,
  key: string,
  ahead = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; address: string }> {
  const script = join(import.meta.dirname, 'node-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, url, key, `${ahead}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the node ended (${code})`)));
  const [address] = (await Promise.race([once(createInterface(child.stdout!), 'line'), ended])) as [string];
  return { child, address };
}
