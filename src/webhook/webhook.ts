import type { Selectable } from 'kysely';
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { isSame } from '../kernel/is-same.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, DAY, epochOf, HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import { isTaken } from '../platform/outward/posted.ts';
import type { WebhookTable } from './table.ts';

export type Webhook = Selectable<WebhookTable>;

/** A new secret is shown once; the former one is good for so long beside it. */
export const FORMER_SECRET_FOR = 1 * DAY;

/** What is kept of deliveries, and so what can be sent again. */
export const KEPT_FOR = 30 * DAY;

/** An endpoint at which nothing came through for so long is switched off. */
export const FAILING_FOR = 3 * DAY;

/** How long after the n-th try in vain comes the next; three days in all, then it is given up. */
const AFTER_TRY = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
];

/** A fifth more or less, so that what failed together does not come again together. */
const JITTER = 0.2;

/** Milliseconds until the next try, or null where there is none: three days have gone. */
export function waitAfter(tries: number, chance = randomInt(1_000_000) / 1_000_000): number | null {
  const wait = AFTER_TRY[tries - 1];
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}

export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The secrets that sign at a moment: the new one, and for a day the former too. */
export function secretsAt(
  { secret, former_secret, former_until }: Pick<Webhook, 'secret' | 'former_secret' | 'former_until'>,
  now: Instant,
): string[] {
  return former_secret !== null && former_until !== null && former_until > now ? [secret, former_secret] : [secret];
}

/** Headers as Standard Webhooks asks for: the id, when it is sent, and a signature by each secret over both and the body. */
export function headersOf(id: string, now: Instant, body: string, secrets: readonly string[]): Record<string, string> {
  const seconds = Math.floor(epochOf(now) / SECOND);
  const signatures = secrets.map((secret) => `v1,${signature(id, seconds, body, secret).toString('base64')}`);
  return {
    'content-type': 'application/json',
    'user-agent': 'Huiyin-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

function signature(id: string, seconds: number | string, body: string | Buffer, secret: string): Buffer {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();
}

/** What is older is a genuine message that somebody sends again, or a clock that goes wrong. */
const NEW_FOR = 5 * MINUTE;

/** What came to us, signed the same way by whoever has the secret. */
export type Signed = { header(name: string): string | undefined; body: Buffer };

/** Why this is not believed to be of whoever has the secret, just now; null: it is. */
export function whyNotGenuine({ header, body }: Signed, now: Instant, secret: string): Refusal | null {
  const id = header('webhook-id');
  const at = header('webhook-timestamp');
  if (!id || !at || !/^\d{1,12}$/.test(at)) return refusal('hook.unsigned');
  if (Math.abs(epochOf(now) - Number(at) * SECOND) > NEW_FOR) return refusal('hook.too_old');
  const ours = signature(id, at, body, secret);
  const said = (header('webhook-signature') ?? '').split(' ').slice(0, MOST_SIGNATURES);
  const genuine = said.some((one) => one.startsWith('v1,') && isSame(Buffer.from(one.slice(3), 'base64'), ours));
  return genuine ? null : refusal('hook.signature_wrong');
}

/** While a secret changes there are two. */
const MOST_SIGNATURES = 5;

/** http, and addresses of one's own network, only where whoever runs the server allows it. */
export function whyNotUrl(url: string, privateAllowed: boolean): Refusal | null {
  const read = URL.parse(url);
  if (!read || !['https:', 'http:'].includes(read.protocol) || read.username !== '' || read.password !== '')
    return refusal('webhook.url_malformed');
  return read.protocol === 'https:' || privateAllowed ? null : refusal('webhook.url_not_https');
}

/** What came of a try: done, to be tried again, given up, or the end of the whole endpoint. */
export type Verdict = 'delivered' | 'again' | 'gone';

export function verdictOf(status: number | null): Verdict {
  if (status === 410) return 'gone';
  return isTaken({ status }) ? 'delivered' : 'again';
}

export function hasFailedLong(since: Instant | null, now: Instant): boolean {
  return since !== null && between(since, now) >= FAILING_FOR;
}
