import type { Binaries } from './binaries.ts';

/** What the server runs with, given on its command line so that a newer Huiyin brings newer settings by itself. */
export type Settings = Record<string, string>;

const ALWAYS: Settings = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, and data directories are often longer; the port has a password.
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors are logged without the statement and its values: these are people's names and telephone numbers.
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
};

/** For the two cores and few gigabytes that a small centre has. Memory is taken as it is used. */
const SMALL_MACHINE: Settings = {
  max_connections: '200',
  // restoring replaces every organisation in one transaction, and each has hundreds of tables with their indexes
  max_locks_per_transaction: '256',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  // Nobody replicates from an embedded server; bulk loading writes less this way.
  wal_level: 'minimal',
  max_wal_senders: '0',
};

const DURABLE: Settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const FORGETFUL: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export type Wanted = { durable: boolean; settings: Settings };

/** The server's arguments. `cluster_name` carries the version: a running server of another one is not adopted. */
export function serverArguments(binaries: Binaries, data: string, port: number, wanted: Wanted): string[] {
  const settings: Settings = {
    ...ALWAYS,
    ...SMALL_MACHINE,
    ...(wanted.durable ? DURABLE : FORGETFUL),
    ...wanted.settings,
    cluster_name: `huiyin-${binaries.version}`,
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-p', String(port), ...pairs];
}
