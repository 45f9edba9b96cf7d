/**
 * Calls `gone` once when the launcher that started this process has died. It holds the other end of a channel that
 * the kernel closes with it, so `kill -9` is noticed too. Without a launcher (a debugger, a test) nothing happens.
 */
export function onParentGone(gone: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', gone);
  // Listening must not keep alive a process that has nothing else to do.
  process.channel.unref();
}

export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'parent';

/** Within this many milliseconds a second Ctrl-C is the same one, come over another way. */
const SAME = 1_000;

/**
 * Calls `stop` once, whichever comes first: Ctrl-C, SIGTERM, a closed terminal, or the launcher's death. Asked again
 * by hand while stopping takes long, the process goes at once.
 */
export function onStop(stop: (reason: StopReason) => void): void {
  let since: number | null = null;
  const ask = (reason: StopReason): void => {
    if (since === null) {
      since = performance.now();
      stop(reason);
    } else if (reason === 'SIGINT' && performance.now() - since > SAME) {
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
  onParentGone(() => ask('parent'));
  process.on('message', (message: unknown) => {
    if (isStop(message)) ask('SIGINT');
  });
  process.channel?.unref();
}

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'huiyin' in message && message.huiyin === 'stop';
}
