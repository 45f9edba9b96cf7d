import { ApiError, api } from '../server/api.ts';
import type { Waiting } from './outbox-store.ts';
import { problemWords } from '../server/refusals.ts';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';

/** `unreached`: no answer, or nobody is signed in; `later`: the server is busy with something else, or stumbled. */
export type Outcome = 'done' | 'unreached' | 'later' | NonNullable<Waiting['refused']>;

/** Answers that say nothing of the act itself. */
const NOT_NOW = new Set([408, 425, 429]);

/** A fault of the server's that is still there after so many tries must not hold up what comes after it. */
const MOST_FAULTS = 5;
const faults = new Map<string, number>();

/** Sends one; a refusal is the server's final answer, and is said. */
export async function sendOne(one: Waiting, gone: AbortSignal): Promise<Outcome> {
  try {
    await api[one.method](one.path, one.body, { key: one.key, signal: gone });
    return 'done';
  } catch (problem) {
    if (gone.aborted || !(problem instanceof ApiError)) return 'unreached';
    if (problem.status === 0 || problem.status === 401) return 'unreached';
    if (NOT_NOW.has(problem.status) || (problem.status >= 500 && !isHopeless(one.key))) return 'later';
    say(t('outbox.refused', { label: one.label, why: problemWords(problem) }), 'problem');
    return { status: problem.status, code: problem.code, params: problem.params };
  }
}

function isHopeless(key: string): boolean {
  const seen = (faults.get(key) ?? 0) + 1;
  faults.set(key, seen);
  return seen >= MOST_FAULTS;
}

const fileId = /^files\?(?:.*&)?id=([^&]+)/;

/** The file that a write uploads, or null. */
export function fileOf({ path, body }: Waiting): { id: string; blob: Blob } | null {
  const id = fileId.exec(path)?.[1];
  return id && body instanceof Blob ? { id, blob: body } : null;
}

/** The same write without the mention of a file that the server would not have. */
export function withoutFile(one: Waiting, refused: Waiting): Waiting {
  const file = fileOf(refused);
  if (!file || typeof one.body !== 'object' || one.body === null || one.body instanceof Blob) return one;
  const body = one.body as Record<string, unknown>;
  const photos = body['photoIds'];
  const named = Array.isArray(photos) && photos.includes(file.id);
  if (!named && body['signatureId'] !== file.id) return one;
  const { signatureId, ...rest } = body;
  return {
    ...one,
    body: {
      ...rest,
      ...(signatureId === undefined || signatureId === file.id ? {} : { signatureId }),
      ...(named ? { photoIds: photos.filter((id) => id !== file.id) } : {}),
    },
  };
}
