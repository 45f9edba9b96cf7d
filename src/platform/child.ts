import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CannotStart } from './cannot-start.ts';
import type { Closers } from './closers.ts';

export type Script = {
  /** Path of the .ts file, from the root of the house. */
  file: string;
  args?: string[];
  env?: Record<string, string>;
  /** What could not be done, where it fails. */
  what: string;
  root: string;
  /** Hears each line it prints. */
  say(line: string): void;
  /** Ends the script when everything else ends. */
  opened: Closers;
};

/**
 * Runs one of our scripts in a process of its own and waits for it, so that what it needs in memory goes with it.
 * It dies with us: its standard input is a pipe that only we hold, and it is stopped with what else was opened.
 */
export async function runScript({ file, args = [], env = {}, what, root, say, opened }: Script): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // an IPC channel, for that is how a program of ours notices that its parent is gone
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // the terminal's Ctrl-C is ours to pass on, in order
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  opened.add(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let complaint = '';
  createInterface({ input: child.stdout! }).on('line', say);
  child.stderr!.on('data', (chunk: Buffer) => (complaint = `${complaint}${String(chunk)}`.slice(-4_000)));
  const [code] = await ended;
  if (code === 0) return;
  throw new CannotStart('start.script_failed', `${what} failed. ${complaint.trim()}`);
}
