import type { z } from 'zod';
import type { ChannelKind } from '../../../../src/channel/kinds.ts';
import type { channelAddedOut, channelOut, testOut } from '../../../../src/channel/view.ts';
import { apiUrl } from '../../../server/base.ts';
import { useRead } from '../../../server/queries.ts';
import { t } from '../../../words/words.ts';

/** A line of `GET /api/channels` */
export type ChannelLine = z.output<typeof channelOut>;
export type Chat = Extract<ChannelLine, { kind: 'chat' }>;
/** All but the chat, which has a form of its own. */
export type Way = Exclude<ChannelLine, Chat>;
export type Kind = Way['kind'];
export const WAYS = ['mail', 'connector', 'sms', 'wechat', 'wecom'] as const satisfies readonly Kind[];
export type SettingsOf<Sort extends Kind> = Extract<ChannelLine, { kind: Sort }>['settings'];
/** Of a channel that was added, or whose secret was made anew. */
export type Added = z.output<typeof channelAddedOut>;
export type Tried = z.output<typeof testOut>;
export type Server = SettingsOf<'mail'>['imap'];
export type OAuth = NonNullable<SettingsOf<'mail'>['oauth']>;
export type Security = Server['secure'];
export type Auth = SettingsOf<'mail'>['auth'];

export const SECURITIES = ['tls', 'starttls', 'none'] as const satisfies readonly Security[];
export const AUTHS = ['password', 'xoauth2'] as const satisfies readonly Auth[];

export function useChannels() {
  return useRead<{ items: ChannelLine[] }>('channels', { about: ['channel'] });
}

type HowItGoes = 'off' | 'receive_fails' | 'send_fails' | 'never' | 'well';

/** Of a chat there is no server that could fail. */
function howItGoes({ kind, offAt, state }: ChannelLine): HowItGoes {
  if (offAt) return 'off';
  if (kind === 'chat') return 'well';
  if (state.failingSince) return 'receive_fails';
  if (state.sendFailingSince) return 'send_fails';
  return state.checkedAt ? 'well' : 'never';
}

export const howWords = (line: ChannelLine): string => t(`channels.${howItGoes(line)}`);

export const securityWords = (one: Security): string => t(`channels.secure_${one}`);

export const kindWords = (kind: ChannelKind): string => t(`channels.kind_${kind}`);

/** Those at which the other side calls, rather than being asked. */
export const isCalled = (kind: Kind): boolean => kind !== 'mail';

/** Where the other side of a channel calls: its messages, and what became of ours. */
export function hooksOf(id: string, kind: Kind, token = ''): string[] {
  const hook = `${location.origin}${apiUrl(`hooks/${id}`)}`;
  if (kind === 'wechat' || kind === 'wecom') return [`${hook}/wechat`];
  if (kind !== 'sms') return [hook];
  return ['sms', 'sms-reports'].map((door) => `${hook}/${door}${token ? `?token=${token}` : ''}`);
}

/** Those for which we make what the other side proves itself with. */
export const hasMadeSecret = (kind: ChannelKind): boolean => kind === 'connector' || kind === 'sms';
