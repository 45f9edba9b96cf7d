import { useRead } from '../../../server/queries.ts';
import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';
import type { Words } from '../../../../src/kernel/words.ts';

export const SECURITIES = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof SECURITIES)[number];
export const AUTHS = ['password', 'xoauth2'] as const;
export type Auth = (typeof AUTHS)[number];

export type Server = { host: string; port: number; secure: Security };
export type OAuth = { tokenUrl: string; clientId: string; scope: string };
export type MailSettings = { imap: Server; smtp: Server; user: string; auth: Auth; oauth?: OAuth | undefined };

/** A line of `GET /api/channels` */
export type ChannelLine = {
  id: string;
  kind: 'mail';
  name: string;
  address: string;
  centre: { id: string; name: string };
  department: { id: string; name: Words } | null;
  settings: MailSettings;
  offAt: string | null;
  state: {
    checkedAt: string | null;
    failingSince: string | null;
    fault: string | null;
    sendFailingSince: string | null;
    sendFault: string | null;
  };
};

export function useChannels() {
  return useRead<{ items: ChannelLine[] }>('channels', { about: ['channel'] });
}

export type HowItGoes = 'off' | 'receive_fails' | 'send_fails' | 'never' | 'well';

export function howItGoes({ offAt, state }: ChannelLine): HowItGoes {
  if (offAt) return 'off';
  if (state.failingSince) return 'receive_fails';
  if (state.sendFailingSince) return 'send_fails';
  return state.checkedAt ? 'well' : 'never';
}

const words: Record<HowItGoes, PlainKey> = {
  off: 'channels.off',
  receive_fails: 'channels.receive_fails',
  send_fails: 'channels.send_fails',
  never: 'channels.never',
  well: 'channels.well',
};

export const howWords = (line: ChannelLine): string => t(words[howItGoes(line)]);

export const securityWords = (one: Security): string => t(`channels.secure_${one}`);
