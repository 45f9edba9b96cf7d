import { t } from '../../../words/words.ts';
import type { Auth, ChannelLine, Security } from './channels.ts';

export type ServerValues = { host: string; port: number; secure: Security };
export type ChannelValues = {
  name: string;
  address: string;
  departmentId: string | null;
  imap: ServerValues;
  smtp: ServerValues;
  user: string;
  auth: Auth;
  /** Typed anew; empty: the one that is there stays. It never comes back from the server. */
  secret: string;
};

/** What most mailboxes have. */
export const nothingYet: ChannelValues = {
  name: '',
  address: '',
  departmentId: null,
  imap: { host: '', port: 993, secure: 'tls' },
  smtp: { host: '', port: 465, secure: 'tls' },
  user: '',
  auth: 'password',
  secret: '',
};

export function valuesOf(channel: ChannelLine | null): ChannelValues {
  if (!channel) return nothingYet;
  const { name, address, department, settings } = channel;
  return { name, address, departmentId: department?.id ?? null, ...settings, secret: '' };
}

export function bodyOf({ name, address, departmentId, imap, smtp, user, auth, secret }: ChannelValues) {
  const settings = { imap: trimmed(imap), smtp: trimmed(smtp), user: user.trim(), auth };
  return { name: name.trim(), address: address.trim(), departmentId, settings, ...(secret ? { secret } : {}) };
}

const trimmed = (server: ServerValues): ServerValues => ({ ...server, host: server.host.trim() });

export function problemsOf(values: ChannelValues, isNew: boolean): Record<string, string | null> {
  const needed = (text: string) => (text.trim() ? null : t('channels.needed'));
  return {
    name: needed(values.name),
    address: needed(values.address),
    'imap.host': needed(values.imap.host),
    'smtp.host': needed(values.smtp.host),
    user: needed(values.user),
    secret: isNew ? needed(values.secret) : null,
  };
}
