import type { z } from 'zod';
import type { ChannelKind } from '../../../../src/channel/kinds.ts';
import type { channelAddedOut, channelOut, testOut } from '../../../../src/channel/view.ts';
import { apiUrl } from '../../../server/base.ts';
import { useRead } from '../../../server/queries.ts';
import { t } from '../../../words/words.ts';

/** A line of `GET /api/channels` */
export type ChannelLine = z.output<typeof channelOut>;
export type Kind = ChannelLine['kind'];
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

function howItGoes({ offAt, state }: ChannelLine): HowItGoes {
  if (offAt) return 'off';
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
export const hasMadeSecret = (kind: Kind): boolean => kind === 'connector' || kind === 'sms';
