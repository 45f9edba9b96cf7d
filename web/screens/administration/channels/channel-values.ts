import type { Channel as Touch } from '../../../../src/kernel/channels.ts';
import { t } from '../../../words/words.ts';
import type { Auth, Kind, OAuth, Security, SettingsOf, Way } from './channels.ts';

type Sms = SettingsOf<'sms'>;

type ServerValues = { host: string; port: number; secure: Security };
/** What every sort may be set to; each shows and sends its own. */
export type SettingsValues = {
  imap: ServerValues;
  smtp: ServerValues;
  user: string;
  auth: Auth;
  /** Where tokens are had; empty: the secret is the token itself. */
  oauth: OAuth;
  url: string;
  touch: Touch;
  format: Sms['format'];
  template: string;
  /** `Name: value`, one a line. */
  headers: string;
  /** Empty path: any 2xx is a yes. */
  accepted: NonNullable<Sms['accepted']>;
  reference: string;
  incoming: Sms['incoming'];
  report: Sms['report'];
  reply: string;
  appId: string;
  corpId: string;
  agentId: number | '';
};
export type ChannelValues = {
  kind: Kind;
  name: string;
  address: string;
  departmentId: string | null;
  settings: SettingsValues;
  clientSecret: string;
  /** What is typed at Tencent too. */
  token: string;
  aesKey: string;
  /** Typed anew; empty: the one that is there stays. It never comes back from the server. */
  secret: string;
};

/** What no draft keeps. */
export const SECRETS = ['clientSecret', 'token', 'aesKey', 'secret'] as const;

/** What most have. */
export const nothingYet: ChannelValues = {
  kind: 'mail',
  name: '',
  address: '',
  departmentId: null,
  settings: {
    imap: { host: '', port: 993, secure: 'tls' },
    smtp: { host: '', port: 465, secure: 'tls' },
    user: '',
    auth: 'password',
    oauth: { tokenUrl: '', clientId: '', scope: '' },
    url: '',
    touch: 'chat',
    format: 'json',
    template: '{"mobile": "{local}", "content": "{text}", "uid": "{id}", "apikey": "{secret}"}',
    headers: '',
    accepted: { path: '', value: '' },
    reference: '',
    incoming: { from: 'mobile', text: 'content', id: 'id' },
    report: { message: 'uid', state: 'status', delivered: 'DELIVRD', fault: 'error' },
    reply: 'OK',
    appId: '',
    corpId: '',
    agentId: '',
  },
  clientSecret: '',
  token: '',
  aesKey: '',
  secret: '',
};

export function valuesOf(channel: Way | null): ChannelValues {
  if (!channel) return nothingYet;
  const { kind, name, address, department, settings } = channel;
  const own = { kind, name, address, departmentId: department?.id ?? null };
  const shown = 'template' in settings ? smsValues(settings) : settings;
  return { ...nothingYet, ...own, settings: { ...nothingYet.settings, ...shown } };
}

const smsValues = ({ headers, accepted, ...settings }: Sms): Partial<SettingsValues> => ({
  ...settings,
  headers: Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n'),
  accepted: accepted ?? nothingYet.settings.accepted,
});

/** What each sort is set to, out of all that the form holds. */
const SETTINGS: Record<Kind, (values: SettingsValues) => object> = {
  mail: ({ imap, smtp, user, auth, oauth }) => {
    const tokens = auth === 'xoauth2' && oauth.tokenUrl.trim() !== '' ? { oauth } : {};
    return { imap: trimmed(imap), smtp: trimmed(smtp), user: user.trim(), auth, ...tokens };
  },
  connector: ({ url, touch }) => ({ url: url.trim(), touch }),
  sms: ({ url, format, template, headers, accepted, reference, incoming, report, reply }) => ({
    url: url.trim(),
    format,
    template,
    headers: headersIn(headers),
    accepted: accepted.path.trim() === '' ? null : accepted,
    reference,
    incoming,
    report,
    reply,
  }),
  wechat: ({ appId }) => ({ appId: appId.trim() }),
  wecom: ({ corpId, agentId }) => ({ corpId: corpId.trim(), agentId }),
};

export function bodyOf({ kind, name, address, departmentId, settings, ...secrets }: ChannelValues) {
  const typed = Object.fromEntries(Object.entries(secrets).filter(([, secret]) => secret !== ''));
  return {
    name: name.trim(),
    address: address.trim(),
    departmentId,
    settings: SETTINGS[kind](settings),
    ...(kind === 'connector' ? {} : typed),
  };
}

const trimmed = (server: ServerValues): ServerValues => ({ ...server, host: server.host.trim() });

function headersIn(lines: string): Record<string, string> {
  const pairs = lines.split('\n').map((line) => /^([^:]+):(.*)$/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1]!.trim(), pair[2]!.trim()]] : [])));
}

type Problems = Record<string, string | null>;
const needed = (text: string) => (text.trim() ? null : t('channels.needed'));

const PROBLEMS: Record<Kind, (values: ChannelValues, isNew: boolean) => Problems> = {
  mail: ({ settings, secret }, isNew) => ({
    'settings.imap.host': needed(settings.imap.host),
    'settings.smtp.host': needed(settings.smtp.host),
    'settings.user': needed(settings.user),
    secret: isNew ? needed(secret) : null,
  }),
  connector: ({ settings }) => ({ 'settings.url': needed(settings.url) }),
  sms: ({ settings, secret }, isNew) => ({
    'settings.url': needed(settings.url),
    'settings.template': needed(settings.template),
    'settings.incoming.from': needed(settings.incoming.from),
    'settings.incoming.text': needed(settings.incoming.text),
    'settings.report.message': needed(settings.report.message),
    'settings.report.state': needed(settings.report.state),
    'settings.report.delivered': needed(settings.report.delivered),
    secret: isNew ? needed(secret) : null,
  }),
  wechat: (values, isNew) => ({ 'settings.appId': needed(values.settings.appId), ...keyProblems(values, isNew) }),
  wecom: (values, isNew) => ({
    'settings.corpId': needed(values.settings.corpId),
    'settings.agentId': needed(String(values.settings.agentId)),
    ...keyProblems(values, isNew),
  }),
};

const keyProblems = ({ secret, token, aesKey }: ChannelValues, isNew: boolean): Problems =>
  isNew ? { secret: needed(secret), token: needed(token), aesKey: needed(aesKey) } : {};

export function problemsOf(values: ChannelValues, isNew: boolean): Problems {
  return { name: needed(values.name), address: needed(values.address), ...PROBLEMS[values.kind](values, isNew) };
}
