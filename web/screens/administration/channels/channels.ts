import type { z } from 'zod';
import type { channelOut, testOut } from '../../../../src/channel/view.ts';
import { useRead } from '../../../server/queries.ts';
import { t } from '../../../words/words.ts';

/** A line of `GET /api/channels` */
export type ChannelLine = z.output<typeof channelOut>;
export type Mailbox = Extract<ChannelLine, { kind: 'mail' }>;
export type Chat = Extract<ChannelLine, { kind: 'chat' }>;
export type Tried = z.output<typeof testOut>;
export type Server = Mailbox['settings']['imap'];
export type OAuth = NonNullable<Mailbox['settings']['oauth']>;
export type Security = Server['secure'];
export type Auth = Mailbox['settings']['auth'];

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
