import { spawn } from 'node:child_process';

/** Waits on a pipe that only we hold open; the kernel closes it when we end, by whatever death. */
const SCRIPT = `
cat >/dev/null
tries=0
while [ $tries -lt 50 ]; do
  tries=$((tries + 1))
  for file in "$1/data/postmaster.pid" "$1"/*/data/postmaster.pid; do
    pid=$(head -n 1 "$file" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
    while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
  done
  rm -rf "$1" 2>/dev/null
  [ -e "$1" ] || exit 0
  sleep 0.2
done`;

/** For tests: stops the server on `directory`, or those right below it, and removes the directory once this process has ended. */
export function cleanUpAfterUs(directory: string): void {
  const dog = spawn('/bin/sh', ['-c', SCRIPT, 'sh', directory], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  dog.on('error', () => {});
  dog.stdin.on('error', () => {});
  dog.unref();
  // The pipe must not keep this process alive; Node types the stream without the socket's unref.
  (dog.stdin as unknown as { unref(): void }).unref();
}
