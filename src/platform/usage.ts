import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';

/** Where a command finds the database. */
export const WHERE = `Environment:
  DATABASE_URL     a PostgreSQL of your own, postgres://user:password@host/database; left out: the one it brings
  DATA_DIR         where the one it brings keeps everything (.data)`;

/** What a start looks at, beside its options. */
export const STARTS = `${WHERE}
  PORT, HOST       where it listens (8080, 127.0.0.1)
  LOG_LEVEL        info, warn, error or silent (on a terminal warn, else info)
  METRICS_TOKEN    whoever asks for the metrics must say it; at least 16 signs
  MAX_FILE_MB      the largest file it takes (10)
  TRUSTED_PROXIES  what stands before it and says who asks, such as 172.16.0.0/12; several with commas (loopback)`;

const HELP = new Set(['--help', '-h']);

export function asksForHelp(args: readonly string[]): boolean {
  return args.some((arg) => HELP.has(arg));
}

/** The options of a command. One that it does not know is named, and the known ones with it. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (fault) {
    const [why] = (fault as Error).message.split('. To specify');
    throw new CannotStart('start.bad_option', `${why}\n\n${usage}`);
  }
}
