import type { System } from './systems.ts';

export type Values = {
  name: string;
  host: string;
  port: number;
  secure: System['settings']['secure'];
  user: string;
  context: string;
  complaints: string;
  emergencies: string;
  /** Typed anew; empty: the one that is there stays. */
  secret: string;
  /** Whether its REST interface is used: recordings come by it. */
  ari: boolean;
  /** Empty: where the manager interface is. */
  ariHost: string;
  ariPort: number;
  ariApp: string;
  ariUser: string;
  /** Typed anew; empty: the one that is there stays, and where none is, the manager's. */
  ariSecret: string;
};

const listed = (system: System | null, channel: string): string =>
  (system?.settings.lines ?? [])
    .filter((line) => line.channel === channel)
    .map(({ number }) => number)
    .join(' ');

const numbers = (text: string, channel: 'complaint_line' | 'emergency_line') =>
  text
    .split(/[\s,，、]+/)
    .filter((number) => number !== '')
    .map((number) => ({ number, channel }));

export function valuesOf(system: System | null): Values {
  const { host = '', port = 5038, secure = 'none', user = '', context = 'internal' } = system?.settings ?? {};
  return {
    name: system?.name ?? '',
    host,
    port,
    secure,
    user,
    context,
    complaints: listed(system, 'complaint_line'),
    emergencies: listed(system, 'emergency_line'),
    secret: '',
    ...ariValuesOf(system?.settings.ari ?? null),
  };
}

function ariValuesOf(ari: System['settings']['ari']) {
  const { host = '', port = 8088, app = 'huiyin', user = '' } = ari ?? {};
  return { ari: ari !== null, ariHost: host, ariPort: port, ariApp: app, ariUser: user, ariSecret: '' };
}

export function bodyOf(values: Values, system: System | null) {
  const { name, secret, complaints, emergencies, ariSecret } = values;
  const { host, port, secure, user, context } = values;
  return {
    name: name.trim(),
    settings: {
      host,
      port,
      secure,
      user,
      context,
      ari: ariOf(values),
      lines: [
        ...numbers(complaints, 'complaint_line'),
        ...numbers(emergencies, 'emergency_line'),
        ...(system?.settings.lines ?? []).filter(({ channel }) => channel === 'phone'),
      ],
    },
    ...(secret === '' ? {} : { secret }),
    ...(values.ari && ariSecret !== '' ? { ariSecret } : {}),
  };
}

function ariOf({ ari, ariHost, ariPort, ariApp, ariUser }: Values) {
  if (!ari) return null;
  const host = ariHost.trim();
  return { ...(host === '' ? {} : { host }), port: ariPort, app: ariApp.trim(), user: ariUser.trim() };
}
