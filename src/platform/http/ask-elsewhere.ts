import { SECOND } from '../../kernel/time.ts';

const PATIENCE = 5 * SECOND;
const LARGEST = 512 * 1024;

export type Elsewhere = { status: number; body: unknown };
type Ask = { method?: 'GET' | 'POST'; headers?: Record<string, string>; form?: Record<string, string> };

/**
 * Asks another server for JSON; null where it cannot be reached in five seconds, leads elsewhere, or answers with something
 * else. What went wrong is not told apart: to whoever waits it is one thing.
 */
export async function askElsewhere(address: string, { method = 'GET', headers = {}, form }: Ask = {}) {
  try {
    const answer = await fetch(address, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text();
    if (text.length > LARGEST) return null;
    return { status: answer.status, body: JSON.parse(text) as unknown } satisfies Elsewhere;
  } catch {
    return null;
  }
}
