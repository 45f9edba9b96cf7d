import { ApiError, api } from '../../server/api.ts';
import type { Draft } from '../../server/contract.ts';
import { recall, remember, remembered } from '../memory.ts';
import { instantOf, nowMs } from '../time.ts';

/** What is half typed about a subject (`ticket/<id>/note`), as the form's values in JSON. */
export type Kept = Pick<Draft, 'text' | 'savedAt'> & {
  by?: Draft['by'];
  mine?: boolean;
  /** What the server last said it keeps, as this device knows. */
  since?: string | null;
  /** What the server was last told by this device, whether its answer came or not. */
  told?: string | undefined;
  former?: Draft['former'];
};

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'savedAt' in value &&
  typeof value.text === 'string' &&
  typeof value.savedAt === 'string';

/** Quiet time before the server is told; the device keeps every change at once. */
const settle = 2_000;
const timers = new Map<string, number>();
const unsent = new Set<string>();

const place = (subject: string) => `draft.${subject}`;
const path = (subject: string) => `drafts/${encodeURIComponent(subject)}`;

export function localDraft(subject: string): Kept | null {
  return recall(place(subject), isKept);
}

/** Whether anything whose subject begins so is half typed on this device. */
export function hasDraft(begins: string): boolean {
  return remembered(place(begins)).length > 0;
}

/** What was typed last, here or on another device; what only this device holds of it is told to the server. */
export async function newestDraft(subject: string): Promise<Kept | null> {
  const here = localDraft(subject);
  const there = await api.get<Draft | null>(path(subject)).catch((problem: unknown) => {
    if (problem instanceof ApiError) return null;
    throw problem;
  });
  if (!there) return here;
  const known = { ...there, since: there.savedAt };
  if (!here || here.text === there.text) return known;
  const own = wentOnFrom(here, there) ? { ...here, since: there.savedAt } : here;
  if (own === here && here.savedAt < there.savedAt) return known;
  remember(place(subject), own);
  tellSoon(subject);
  return { ...own, former: there.former };
}

/**
 * Whether what stands here grew out of what stands there. Their times say nothing of it: the server may have stored the
 * words before last while the last were typed.
 */
function wentOnFrom({ since, told }: Kept, there: Draft): boolean {
  return there.savedAt === since || there.text === told;
}

export function keepDraft(subject: string, text: string): void {
  const { since = null, told } = localDraft(subject) ?? {};
  remember(place(subject), { text, savedAt: instantOf(nowMs()), since, told });
  tellSoon(subject);
}

function tellSoon(subject: string): void {
  unsent.add(subject);
  window.clearTimeout(timers.get(subject));
  timers.set(
    subject,
    window.setTimeout(() => void tell(subject), settle),
  );
}

async function tell(subject: string): Promise<void> {
  timers.delete(subject);
  const draft = localDraft(subject);
  if (!draft) return;
  remember(place(subject), { ...draft, told: draft.text });
  await api.put<{ savedAt: string }>(path(subject), { text: draft.text, since: draft.since ?? null }).then(
    ({ savedAt }) => {
      const now = localDraft(subject);
      if (now?.text === draft.text) unsent.delete(subject);
      if (now) remember(place(subject), { ...now, since: savedAt });
    },
    () => {},
  );
}

/** What came from the server is this device's own from now on: what it writes next is written knowing it. */
export function takeOver(subject: string, { text, savedAt, since }: Kept): void {
  if (since) remember(place(subject), { text, savedAt, since });
}

/** It was sent, or thrown away. */
export function dropDraft(subject: string): void {
  window.clearTimeout(timers.get(subject));
  timers.delete(subject);
  unsent.delete(subject);
  remember(place(subject), undefined);
  void api.delete(path(subject)).catch(() => {});
}

/**
 * Before signing out: the server takes over what this device still holds, so that nothing is left for the next person at
 * the desk. What it could not take stays.
 */
export async function handInDrafts(): Promise<void> {
  await Promise.all(
    [...unsent].map((subject) => {
      window.clearTimeout(timers.get(subject));
      return tell(subject);
    }),
  );
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('huiyin.draft.') && !unsent.has(name.slice('huiyin.draft.'.length)))
      localStorage.removeItem(name);
  }
}
