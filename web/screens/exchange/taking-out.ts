import type { Query } from '../../server/api.ts';
import { ApiError } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import { newId } from '../../server/ids.ts';
import { nowMs } from '../../ui/time.ts';
import type { Refusal } from '../../../src/kernel/refusal.ts';
import { saveFile } from '../../ui/save-file.ts';

export type Format = 'csv' | 'xlsx';

/** Asks for a list as a file and saves it under the name the server gives; its id says how far it has come. */
export function takeOut(list: string, query: Query, format: Format, signal: AbortSignal) {
  const id = newId<'list_taken_out'>(nowMs());
  const saved = (async () => {
    const answer = await fetch(apiUrl(`lists/${list}/take-out`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-huiyin': '1' },
      body: JSON.stringify({ id, format, query: given(query) }),
      credentials: 'same-origin',
      signal,
    }).catch((failure: unknown) => {
      throw signal.aborted ? failure : new ApiError(0, { code: 'offline' });
    });
    if (!answer.ok) throw new ApiError(answer.status, (await answer.json().catch(() => ({}))) as Partial<Refusal>);
    saveFile(await answer.blob(), nameIn(answer.headers.get('content-disposition')) ?? `${list}.${format}`);
  })();
  return { id, saved };
}

/** The parameters as the list's own operation takes them: texts, and only what narrows. */
function given(query: Query): Record<string, string> {
  const narrowing = Object.entries(query).filter(
    ([name, value]) =>
      value !== undefined && value !== null && value !== '' && name !== 'withCount' && name !== 'limit',
  );
  return Object.fromEntries(narrowing.map(([name, value]) => [name, String(value)]));
}

function nameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : null;
}
