import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** What was asked of it: which interface, with which token, and what it was told. */
export type Asked = { path: string; token: string | null; body: Record<string, any> };

export type StandIn = {
  url: string;
  asked: Asked[];
  /** Tokens that were given out, the newest last; the others are none. */
  tokens: string[];
  /** What the interfaces answer besides, by path; all is well where nothing is said. */
  says: Record<string, object>;
  /** What can be fetched, by the id of the medium. */
  media: Record<string, { name: string; bytes: Buffer }>;
  /** Its tokens end, as they do when somebody else asks for one. */
  endTokens(): void;
  close(): void;
};

/** WeChat's and WeCom's own side, as far as we ask it: tokens, answers, media, codes. */
export async function wechatStandIn(): Promise<StandIn> {
  const standIn: Omit<StandIn, 'url' | 'close'> = {
    asked: [],
    tokens: [],
    says: {},
    media: {},
    endTokens: () => void standIn.tokens.push('ended'),
  };
  const server = createServer((request, response) => void answer(standIn, request, response));
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return Object.assign(standIn, { url, close: () => void server.close() });
}

async function answer(standIn: Omit<StandIn, 'url' | 'close'>, request: IncomingMessage, response: ServerResponse) {
  let text = '';
  for await (const piece of request) text += String(piece);
  const { pathname: path, searchParams } = new URL(request.url!, 'http://here');
  const body = (text === '' ? Object.fromEntries(searchParams) : JSON.parse(text)) as Record<string, any>;
  const token = searchParams.get('access_token');
  standIn.asked.push({ path, token, body });
  const say = (said: object) => response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', ...said }));
  if (path === '/cgi-bin/stable_token' || path === '/cgi-bin/gettoken') {
    if ((body['secret'] ?? body['corpsecret']) !== 'app-secret')
      return say({ errcode: 40125, errmsg: 'invalid appsecret' });
    standIn.tokens.push(`token-${standIn.tokens.length}`);
    return say({ access_token: standIn.tokens.at(-1), expires_in: 7200 });
  }
  if (token !== standIn.tokens.at(-1)) return say({ errcode: 42001, errmsg: 'access_token expired' });
  if (path === '/cgi-bin/media/get') {
    const found = standIn.media[searchParams.get('media_id')!];
    if (!found) return say({ errcode: 40007, errmsg: 'invalid media_id' });
    return response.setHeader('content-disposition', `attachment; filename="${found.name}"`).end(found.bytes);
  }
  if (path === '/cgi-bin/qrcode/create')
    return say({ ticket: 't', url: `http://weixin.qq.com/q/${body['action_info'].scene.scene_str}` });
  return say(standIn.says[path] ?? {});
}

/** As Tencent encrypts: sixteen random bytes, a length, the message, and for whom, filled up to 32 bytes. */
export function encryptedFor(encodingAesKey: string, message: string, receiver: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(receiver)]);
  const filling = 32 - (plain.length % 32);
  const padded = Buffer.concat([plain, Buffer.alloc(filling, filling)]);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

export function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}
