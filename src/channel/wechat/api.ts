import type { Sealer } from '../../auth/sealing.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Called } from '../../platform/outward/post.ts';
import { callOutward } from '../../platform/outward/post.ts';
import type { Channel } from '../port.ts';
import { openSecret } from '../secret.ts';
import { wechatSettings, wecomSettings } from './wechat.ts';

export type WechatParts = { sealer: Sealer; privateAllowed: boolean };
/** What Tencent answers with, whichever of its interfaces. */
export type Said = { errcode: number; errmsg: string } & Record<string, unknown>;
type When = Pick<Context, 'organisation' | 'now'>;
type Ask = { path: string; body?: object; most?: number };
type Token = { value: string; until: Instant };

/** A transaction waits for it, so it is not patient. */
const PATIENCE = 8 * SECOND;
const MOST_ANSWER = 256 * 1024;
/** It ends so much earlier here, so that none ends on its way. */
const EARLIER = 300;
/** The token is none, has ended, or is another's by now. */
const TOKEN_GONE = new Set([40001, 40014, 42001]);

/** By channel and secret; each asked for once for as long as it is good. */
const tokens = new Map<string, Token>();
const MOST_TOKENS = 1_000;

/** Asks an interface that wants a token; with another one where that has ended. What is no JSON is answered as it came. */
export async function askWechat(parts: WechatParts, when: When, channel: Channel, ask: Ask): Promise<Called> {
  const first = await askWith(parts, channel, await tokenOf(parts, when, channel), ask);
  if (!TOKEN_GONE.has(answerIn(first).errcode)) return first;
  tokens.delete(keyOf(channel));
  return askWith(parts, channel, await tokenOf(parts, when, channel), ask);
}

function askWith(parts: WechatParts, channel: Channel, token: string, { path, body, most }: Ask): Promise<Called> {
  const sign = path.includes('?') ? '&' : '?';
  return call(parts, channel, `${path}${sign}access_token=${encodeURIComponent(token)}`, body, most);
}

/** What was said; of no answer, or none of theirs, a code of our own. */
export function answerIn({ status, bytes, error }: Called): Said {
  try {
    const said = JSON.parse(bytes.toString('utf8')) as Partial<Said>;
    return { ...said, errcode: said.errcode ?? 0, errmsg: String(said.errmsg ?? '').slice(0, 300) };
  } catch {
    return { errcode: status === 200 ? 0 : -2, errmsg: error ?? String(status) };
  }
}

const keyOf = ({ id, secret }: Channel): string => `${id} ${secret}`;

async function tokenOf(parts: WechatParts, when: When, channel: Channel): Promise<string> {
  const known = tokens.get(keyOf(channel));
  if (known && known.until > when.now) return known.value;
  const { secret } = await openSecret(parts.sealer, when.organisation, channel);
  const said = answerIn(await askForToken(parts, channel, secret));
  const { access_token: value, expires_in: seconds } = said;
  if (typeof value !== 'string' || value === '') throw new Error(`${said.errcode} ${said.errmsg}`);
  const life = (typeof seconds === 'number' ? seconds : 0) - EARLIER;
  if (tokens.size >= MOST_TOKENS) tokens.clear();
  tokens.set(keyOf(channel), { value, until: plus(when.now, Math.max(life, 0) * SECOND) });
  return value;
}

/** The stable one of an account: nodes that ask for it at once end none of each other's. */
function askForToken(parts: WechatParts, channel: Channel, secret: string): Promise<Called> {
  if (channel.kind === 'wechat') {
    const { appId: appid } = wechatSettings.parse(channel.settings);
    return call(parts, channel, '/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
  }
  const { corpId: corpid } = wecomSettings.parse(channel.settings);
  return call(parts, channel, `/cgi-bin/gettoken?${new URLSearchParams({ corpid, corpsecret: secret }).toString()}`);
}

function call(
  { privateAllowed }: WechatParts,
  { settings }: Channel,
  path: string,
  body?: object,
  most = MOST_ANSWER,
): Promise<Called> {
  const { url } = settings as { url: string };
  return callOutward(`${url.replace(/\/$/, '')}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
    timeoutMs: PATIENCE,
    privateAllowed,
    most,
  });
}
