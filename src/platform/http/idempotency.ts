import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { json } from '../../kernel/json.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../context.ts';

export type Answered = { status: number; body: unknown };

/** What makes two writes the same: where they went and what they said. */
export function fingerprintOf(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest('base64url');
}

/**
 * Runs a write once for its key. The same write sent again, even while the first is still under way, waits and hears
 * the first one's answer; another write under the same key is refused.
 */
export async function once(
  context: Context,
  key: string | undefined,
  fingerprint: string,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const personId = context.actor.personId;
  if (key === undefined || personId === null) return work();
  const claimed = await context.tx
    .insertInto('idempotent_request')
    .values({ key, person_id: personId, fingerprint, status: 0, body: null, at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(claimed.numInsertedOrUpdatedRows) === 0) return earlierAnswer(context, key, fingerprint);
  const answer = await work();
  await context.tx
    .updateTable('idempotent_request')
    .set({ status: answer.status, body: json(answer.body ?? null) })
    .where('key', '=', key)
    .where('person_id', '=', personId)
    .execute();
  return answer;
}

async function earlierAnswer(context: Context, key: string, fingerprint: string): Promise<Answered> {
  const row = await context.tx
    .selectFrom('idempotent_request')
    .select(['fingerprint', 'status', 'body'])
    .where('key', '=', key)
    .where('person_id', '=', context.actor.personId!)
    .executeTakeFirstOrThrow();
  if (row.fingerprint !== fingerprint) throw new Refused('idempotency.key_used_otherwise', { key });
  return { status: row.status, body: row.body };
}

/** The key a write came with; undefined where it came without. */
export function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length < 8 || key.length > 200)
    throw new Invalid('idempotency.key_malformed', { path: 'Idempotency-Key' });
  return key;
}
