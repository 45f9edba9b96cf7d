import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotSignedIn, Refused } from '../../kernel/refusal.ts';
import { between, epochOf, MINUTE, SECOND } from '../../kernel/time.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { id } from '../../platform/http/shapes.ts';
import { textFile } from '../../platform/http/text-file.ts';
import { drawSquare } from '../../platform/square.ts';
import { channelCalled } from '../door.ts';
import type { WechatParts } from './api.ts';
import { askWechat, answerIn } from './api.ts';
import { keepSceneUrl, makeScene } from './commands/make-scene.ts';
import { takeInFromWechat } from './commands/take-in.ts';
import { decrypted, isSigned } from './crypto.ts';
import { makeSceneInput, sceneOut } from './inputs.ts';
import { receiverOf } from './wechat.ts';
import { readXml } from './xml.ts';

const LARGEST = 64 * 1024;
/** What is older is a genuine message that somebody sends again. */
const NEW_FOR = 10 * MINUTE;

const said = z.string().max(400);
const query = z
  .looseObject({
    signature: said.optional().describe('Of a question of WeChat’s: SHA-1 of token, timestamp and nonce'),
    msg_signature: said.optional().describe('Of what is encrypted: SHA-1 of token, timestamp, nonce and that'),
    timestamp: said.regex(/^\d{1,12}$/).describe('When it was sent, in seconds since 1970'),
    nonce: said.describe('Something new each time'),
    echostr: z.string().max(2_000).optional().describe('What is to come back; of WeCom encrypted'),
  })
  .describe('As Tencent sends them');
type Query = z.output<typeof query>;

const shared = {
  path: '/hooks/:id/wechat',
  admits: 'anyone',
  outside: true,
  tag: 'Connectors',
  params: z.object({ id: id('channel') }),
  query,
  sends: 'file',
  answer: z.unknown(),
} as const;

/** Where WeChat and WeCom call, and codes for units and customers. */
export function wechatRoutes(parts: WechatParts): Route[] {
  return [verifyRoute(parts), handInRoute(parts), codeRoute(parts)];
}

function verifyRoute(parts: WechatParts): Route {
  return edgeRoute({
    ...shared,
    name: 'verifyWechat',
    method: 'GET',
    summary: 'WeChat or WeCom asks whether this address is ours: its own words come back',
    atEdge: async (edge, given) => {
      const { channel, keys } = await called(parts, edge, given.params.id);
      const { signature = '', msg_signature = '', timestamp, nonce, echostr = '' } = given.query;
      orTooOld(edge, given.query);
      if (channel.kind === 'wechat') {
        if (!isSigned(signature, [keys.token, timestamp, nonce])) throw new NotSignedIn('hook.signature_wrong');
        return plain(echostr);
      }
      if (!isSigned(msg_signature, [keys.token, timestamp, nonce, echostr]))
        throw new NotSignedIn('hook.signature_wrong');
      return plain(decrypted(keys.aesKey, echostr, receiverOf(channel.settings)) ?? orUnreadable());
    },
  });
}

function handInRoute(parts: WechatParts): Route {
  return edgeRoute({
    ...shared,
    name: 'handInFromWechat',
    method: 'POST',
    summary: 'WeChat or WeCom hands in what somebody wrote or scanned',
    about: 'Encrypted: the account is set to the safe mode. Handed in again, it is taken in once.',
    accepts: { bytes: LARGEST },
    atEdge: async (edge, given) => {
      const { channel, keys } = await called(parts, edge, given.params.id);
      const { msg_signature = '', timestamp, nonce } = given.query;
      orTooOld(edge, given.query);
      const sealed = readXml(given.file!.toString('utf8'))?.get('Encrypt') ?? orUnreadable();
      if (!isSigned(msg_signature, [keys.token, timestamp, nonce, sealed]))
        throw new NotSignedIn('hook.signature_wrong');
      const opened = decrypted(keys.aesKey, sealed, receiverOf(channel.settings)) ?? orUnreadable();
      const fields = readXml(opened) ?? orUnreadable();
      await edge.transact((context) => takeInFromWechat(context, channel, fields));
      return plain('success');
    },
  });
}

function codeRoute(parts: WechatParts): Route {
  return edgeRoute({
    name: 'makeWechatCode',
    method: 'POST',
    path: '/channels/:id/codes',
    admits: 'customer.edit',
    tag: 'Channels',
    summary: 'A code of an official account that binds whoever scans it to a unit, or to a customer',
    about:
      'A unit has one, for good: whoever scans it is somebody of that unit, nothing more. A customer’s is good once and for a day: give it to nobody but him, for whoever scans it is taken for him.',
    params: shared.params,
    body: makeSceneInput,
    example: { placeId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e' },
    answer: sceneOut,
    atEdge: async (edge, { params, body }) => {
      const { channel, scene } = await edge.transact((context) => makeScene(context, params.id, body));
      const url = scene.url ?? (await askForCode(parts, edge, channel, scene));
      return { url, square: await drawSquare(url), until: scene.until };
    },
  });
}

type Made = Awaited<ReturnType<typeof makeScene>>;

async function askForCode(
  parts: WechatParts,
  edge: Edge,
  channel: Made['channel'],
  scene: Made['scene'],
): Promise<string> {
  const seconds = scene.until === null ? null : Math.floor(between(edge.now, scene.until) / SECOND);
  const body = {
    ...(seconds === null
      ? { action_name: 'QR_LIMIT_STR_SCENE' }
      : { action_name: 'QR_STR_SCENE', expire_seconds: seconds }),
    action_info: { scene: { scene_str: scene.scene } },
  };
  const answer = await askWechat(parts, edge, channel, { path: '/cgi-bin/qrcode/create', body }).catch(() => null);
  const url = answer && answerIn(answer)['url'];
  if (typeof url !== 'string') throw new Refused('channel.no_code', { said: answer ? answerIn(answer).errmsg : '' });
  await edge.transact((context) => keepSceneUrl(context, scene.id, url));
  return url;
}

async function called({ sealer }: WechatParts, edge: Edge, channelId: Id<'channel'>) {
  const { channel, secret } = await channelCalled(sealer, edge, channelId, ['wechat', 'wecom']);
  return { channel, keys: { token: secret.hook ?? '', aesKey: secret.aesKey ?? '' } };
}

function orTooOld({ now }: Edge, { timestamp }: Query): void {
  if (Math.abs(epochOf(now) - Number(timestamp) * SECOND) > NEW_FOR) throw new NotSignedIn('hook.too_old');
}

function orUnreadable(): never {
  throw new Invalid('hook.unreadable');
}

const plain = (text: string) => textFile('said.txt', 'text/plain; charset=utf-8', text);
