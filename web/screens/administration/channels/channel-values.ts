import { t } from '../../../words/words.ts';
import type { Auth, Mailbox, OAuth, Security } from './channels.ts';

type ServerValues = { host: string; port: number; secure: Security };
export type ChannelValues = {
  name: string;
  address: string;
  departmentId: string | null;
  imap: ServerValues;
  smtp: ServerValues;
  user: string;
  auth: Auth;
  /** Where tokens are had; empty: the secret is the token itself. */
  oauth: OAuth;
  clientSecret: string;
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
  oauth: { tokenUrl: '', clientId: '', scope: '' },
  clientSecret: '',
  secret: '',
};

export function valuesOf(channel: Mailbox | null): ChannelValues {
  if (!channel) return nothingYet;
  const { name, address, department, settings } = channel;
  const own = { name, address, departmentId: department?.id ?? null };
  return { ...nothingYet, ...own, ...settings, oauth: settings.oauth ?? nothingYet.oauth };
}

export function bodyOf({ name, address, departmentId, imap, smtp, user, auth, oauth, ...secrets }: ChannelValues) {
  const tokens = auth === 'xoauth2' && oauth.tokenUrl.trim() !== '' ? { oauth } : {};
  const settings = { imap: trimmed(imap), smtp: trimmed(smtp), user: user.trim(), auth, ...tokens };
  const typed = Object.fromEntries(Object.entries(secrets).filter(([, secret]) => secret !== ''));
  return { name: name.trim(), address: address.trim(), departmentId, settings, ...typed };
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
