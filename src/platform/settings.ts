import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import { DEMO_SLUG } from './demo-mark.ts';
import { readArguments, STARTS } from './usage.ts';

const port = z.coerce.number('not a number').int('not a whole number').min(0, 'below 0').max(65_535, 'above 65535');

const NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a network, or one of the names that stand for some. */
function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const whole = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  return NETWORKS.has(text) || (longest > 0 && whole && more.length === 0);
}

const environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .refine((list) => list.split(',').every((one) => isProxy(one.trim())), {
      message: 'name addresses, networks (10.0.0.0/8), or loopback, linklocal, uniquelocal; commas between them',
    }),
  SECRET_KEY: z.string().min(32, 'shorter than 32 signs').optional(),
  WEBHOOKS_PRIVATE: z.stringbool('neither true nor false').default(false),
  MAX_FILE_MB: z.coerce.number().int().min(1).max(100).default(10),
});

export type Settings = {
  port: number;
  host: string;
  /** A PostgreSQL of one's own; null: the embedded one, on `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  logLevel: 'info' | 'warn' | 'error' | 'silent';
  metricsToken: string | null;
  /** Whose word is taken for where a request comes from and how: addresses and networks, commas between them. */
  trustedProxies: string;
  largestFile: number;
  /** What secrets in the database are sealed with, alike on every node; null: a file in the data directory. */
  secretKey: string | null;
  /** Webhooks may go to networks of one's own, and over http. */
  privateWebhooks: boolean;
  /** Start without the demo centre: the first page asks for the first administrator. */
  empty: boolean;
  /** Fill a database of one's own with the demo centre. */
  demo: boolean;
};

export const USAGE = `npm start [-- options]
  --empty        begin without the demo centre; the first page sets up your own
  --demo         put the demo centre into the database of DATABASE_URL
  --port=8080    listen on this port (also PORT)
  --help         these lines
${STARTS}`;

type Environment = Record<string, string | undefined>;

/** What the environment and the command line say. Refuses, in a sentence, what makes no sense. */
export function readSettings(args: string[], env: Environment, root: string, onTerminal: boolean): Settings {
  const options = readOptions(args);
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse({ ...said, ...(options.port === undefined ? {} : { PORT: options.port }) });
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new CannotStart('start.bad_setting', `The setting ${issue.path.join('.')} cannot be used: ${issue.message}.`);
  }
  if (options.empty && options.demo)
    throw new CannotStart('start.bad_setting', '--empty and --demo contradict each other: choose one.');
  return {
    port: read.data.PORT,
    host: read.data.HOST,
    databaseUrl: read.data.DATABASE_URL ?? null,
    dataDirectory: resolve(root, read.data.DATA_DIR),
    logLevel: read.data.LOG_LEVEL ?? (onTerminal ? 'warn' : 'info'),
    metricsToken: read.data.METRICS_TOKEN ?? null,
    trustedProxies: read.data.TRUSTED_PROXIES,
    largestFile: read.data.MAX_FILE_MB * 1024 * 1024,
    secretKey: read.data.SECRET_KEY ?? null,
    privateWebhooks: read.data.WEBHOOKS_PRIVATE,
    empty: options.empty,
    demo: options.demo,
  };
}

/** The options that what stands in the database already leaves no room for, in words. */
export function inVain(settings: Settings, organisations: readonly { slug: string; name: string }[]): string[] {
  if (organisations.length === 0) return [];
  const names = organisations.map(({ name }) => name).join(', ');
  const elsewhere = settings.databaseUrl === null ? 'directory: DATA_DIR=.data-own npm start -- --empty' : 'database.';
  if (settings.empty) return [`--empty does nothing here, where ${names} is at home. Begin in another ${elsewhere}`];
  const isThere = organisations.some(({ slug }) => slug === DEMO_SLUG);
  return settings.demo && !isThere
    ? [`--demo does nothing here, where ${names} is at home. The demo centre goes into an empty database only.`]
    : [];
}

function readOptions(args: string[]): { empty: boolean; demo: boolean; port?: string | undefined } {
  const flag = { type: 'boolean', default: false } as const;
  return readArguments({ args, options: { empty: flag, demo: flag, port: { type: 'string' } } }, USAGE).values;
}
