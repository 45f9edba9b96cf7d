import { ApiError } from '../server/api.ts';
import { deviceStore } from './device-store.ts';
import { deviceNow, HOUR } from '../ui/time.ts';
import { createStore } from '../ui/store.ts';

/** An answer of the server as this device keeps it for where there is no connection. */
type Kept = { key: string; at: number; answer: unknown; about: readonly string[] };

/** A shift. What is older is not shown any more, for it may have changed under another's hands since. */
const KEPT_FOR = 12 * HOUR;

/** A connection that has not answered for so long is none. */
const SLOW_MS = 4_000;

const store = deviceStore<Kept>('huiyin-kept', 'read');

/** Since when what the screen shows may have changed, in this device's time; null while the server answers. */
export const shownSince = createStore<number | null>(null);

export async function keepRead(key: string, answer: unknown, about: readonly string[] = []): Promise<void> {
  await store.put({ key, at: deviceNow(), answer, about });
}

export async function recallRead<Answer>(key: string): Promise<{ answer: Answer; at: number } | null> {
  const kept = await store.get(key);
  if (!kept || deviceNow() - kept.at > KEPT_FOR) return null;
  return { answer: kept.answer as Answer, at: kept.at };
}

/** Keys of what is kept about one of these. */
export async function keptAbout(topics: readonly string[]): Promise<Pick<Kept, 'key' | 'about'>[]> {
  const all = await store.all();
  return all.filter(({ about }) => about?.some((topic) => topics.includes(topic)));
}

/** Nothing read by the one who leaves stays on the device. */
export async function forgetReads(): Promise<void> {
  await store.clear();
}

/**
 * Asks the server, and keeps what it says. Where it does not answer, or not soon, the last answer stands in; `late` is given
 * the true one if it comes after all.
 */
export async function readAtHand<Answer>(
  key: string,
  ask: () => Promise<Answer>,
  late: (answer: Answer) => void,
  about: readonly string[] = [],
): Promise<Answer> {
  const asked = ask().then((answer) => {
    shownSince.set(null);
    void keepRead(key, answer, about);
    return answer;
  });
  const soon = await Promise.race([asked.then(said, failed), tooLong()]);
  if ('answer' in soon) return soon.answer;
  if ('problem' in soon && !isSilence(soon.problem)) throw soon.problem;
  const kept = await recallRead<Answer>(key);
  if (!kept) return asked;
  void asked.then(late, () => {});
  shownSince.set((since) => Math.min(since ?? kept.at, kept.at));
  return kept.answer;
}

const said = <Answer>(answer: Answer) => ({ answer });
const failed = (problem: unknown) => ({ problem });
const tooLong = () => new Promise<{ slow: true }>((go) => window.setTimeout(() => go({ slow: true }), SLOW_MS));

function isSilence(problem: unknown): boolean {
  return problem instanceof ApiError && (problem.status === 0 || problem.status >= 502);
}
