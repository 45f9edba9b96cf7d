import { CannotStart } from './cannot-start.ts';
import { databaseInWords } from './check-server.ts';
import type { Closers } from './closers.ts';
import { closers } from './closers.ts';
import { onStop } from './parent.ts';
import { asksForHelp } from './usage.ts';

/** A stop that takes longer than this is ended; the database mends itself. */
const LONGEST_STOP = 15_000;

/** What a person reads of a fault: a sentence where it can be mended, a stack where only we can. */
export function explain(fault: unknown): string {
  const known = databaseInWords(fault);
  if (known instanceof CannotStart) return known.message;
  return known instanceof Error ? (known.stack ?? known.message) : String(known);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

type Exit = { code: number };

/**
 * Runs a program to its end, or until it is told to stop: Ctrl-C, SIGTERM, its launcher's death. What it opened is
 * closed in the opposite order; what it is just opening, as soon as that is open. `stays`: it goes on after `work` has
 * returned. Ends with 1 where `work` failed. Asked for help, it says `usage` and does nothing.
 */
export async function runProgram(
  work: (opened: Closers) => Promise<void>,
  { stays = false, usage }: { stays?: boolean; usage?: string } = {},
): Promise<void> {
  if (usage !== undefined && asksForHelp(process.argv.slice(2))) return say(usage);
  const opened = closers();
  let stopping = false;
  const stopped = new Promise<Exit>((resolve) => {
    onStop((reason) => {
      stopping = true;
      // who waits for this program says so himself
      if (stays || reason === 'SIGINT') say('Stopping.');
      resolve({ code: stays ? 0 : reason === 'SIGINT' ? 130 : 143 });
    });
  });
  const working = work(opened);
  const ended = working.then(
    () => (stays ? stopped : { code: 0 }),
    (fault) => {
      // while stopping, what was still under way fails as it must
      if (!stopping) warn(explain(fault));
      return { code: 1 };
    },
  );
  const exit = await Promise.race([ended, stopped]);
  setTimeout(() => process.exit(1), LONGEST_STOP).unref();
  await opened.close().catch((fault) => warn(explain(fault)));
  // told to stop in the middle of its work, it gives up at the next thing it opens
  await working.catch(() => {});
  await opened.close().catch(() => {});
  process.exit(exit.code);
}
