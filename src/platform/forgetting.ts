import { HOUR, MINUTE } from '../kernel/time.ts';
import { forgetFiles } from './files/forget-files.ts';
import type { Forgetting } from './forget-rows.ts';
import { forgetAnswers } from './http/forget-answers.ts';

/** What a domain keeps for a while only, by what it is called where it could not be forgotten. */
export type Forgotten = readonly [what: string, work: (parts: Forgetting) => Promise<void>];

/** Forgets what is kept for a while only, soon after the start and every hour. */
export function startForgetting(
  parts: Forgetting & { log(line: string): void },
  others: readonly Forgotten[] = [],
): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  const attempt = (what: string, work: (parts: Forgetting) => Promise<void>): Promise<void> =>
    work(parts).catch((fault: Error) => parts.log(`${what} are still kept: ${fault.message}`));
  const forget = (): void => {
    turn = turn
      .then(() => attempt('Old answers', forgetAnswers))
      .then(() => attempt('Uploads that nothing refers to', forgetFiles));
    for (const [what, work] of others) turn = turn.then(() => attempt(what, work));
  };
  const first = setTimeout(forget, MINUTE);
  const hourly = setInterval(forget, HOUR);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(hourly);
      await turn;
    },
  };
}
