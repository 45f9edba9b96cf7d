import { z } from 'zod';

const id = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[\w-]+$/);
const url = z.url({ protocol: /^https?$/ }).max(500);

/** How an official account is reached. */
export const wechatSettings = z.strictObject({
  appId: id.describe('The AppID of the official account'),
  url: url.default('https://api.weixin.qq.com').describe('Where its API is; left out: Tencent’s own'),
});

/** How an application of WeCom is reached. */
export const wecomSettings = z.strictObject({
  corpId: id.describe('The CorpID of the enterprise'),
  agentId: z.number().int().min(1).describe('The AgentId of the application'),
  url: url.default('https://qyapi.weixin.qq.com').describe('Where its API is; left out: Tencent’s own'),
});

export const wechatToken = z
  .string()
  .trim()
  .min(3)
  .max(32)
  .regex(/^[A-Za-z0-9]+$/)
  .describe('The Token that is typed at Tencent too');
export const aesKey = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{43}$/)
  .describe('The EncodingAESKey that is typed at Tencent too');

/** So many bytes of text are one message; more is refused there. */
export const MOST_BYTES = 2_048;

export function isTooLong(text: string): boolean {
  return new TextEncoder().encode(text).length > MOST_BYTES;
}

/** For whom a message is encrypted: the account, or the enterprise. */
export function receiverOf(settings: unknown): string {
  const { appId, corpId } = settings as { appId?: string; corpId?: string };
  return appId ?? corpId ?? '';
}

type Fields = ReadonlyMap<string, string>;

/** What somebody wrote, of whichever type it is; a picture says nothing and is fetched. */
export function wordsOf(fields: Fields): string {
  const of = (name: string) => fields.get(name)?.trim() ?? '';
  switch (of('MsgType')) {
    case 'text':
      return of('Content');
    case 'voice':
      return of('Recognition');
    case 'location':
      return `${of('Label')} (${of('Location_X')}, ${of('Location_Y')})`.trim();
    case 'link':
      return [of('Title'), of('Description'), of('Url')].filter((part) => part !== '').join('\n');
    default:
      return '';
  }
}

/** What is to be fetched of it; null: nothing is. */
export function mediaOf(fields: Fields): string | null {
  const isMedia = ['image', 'voice', 'video', 'shortvideo', 'file'].includes(fields.get('MsgType') ?? '');
  return (isMedia && fields.get('MediaId')) || null;
}

/** Under which name it is taken in once: its own, or, of an event, who did what when. */
export function nameOf(fields: Fields): string {
  const of = (name: string) => fields.get(name) ?? '';
  return of('MsgId') || ['event', of('FromUserName'), of('CreateTime'), of('Event'), of('EventKey')].join(' ');
}

/** The code that was scanned, by a new follower or an old one; null: none was. */
export function sceneOf(fields: Fields): string | null {
  const key = fields.get('EventKey') ?? '';
  if (fields.get('Event') === 'SCAN') return key;
  return fields.get('Event') === 'subscribe' && key.startsWith('qrscene_') ? key.slice('qrscene_'.length) : null;
}
