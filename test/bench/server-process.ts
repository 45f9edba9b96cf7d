import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemClock } from '../../src/kernel/time.ts';
import { startNode } from '../../src/node.ts';

/** One node as `npm start` runs it, without screens: `server-process.ts URL [KEY]` prints its address and serves until it is told to stop. */
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const node = await startNode({
  databaseUrl: process.argv[2]!,
  host: '127.0.0.1',
  port: 0,
  clock: systemClock,
  logLevel: 'warn',
  log,
  ...(process.argv[3] ? { sealKey: async () => process.argv[3]! } : {}),
});
process.stdout.write(`${node.address}\n`);
process.once('SIGTERM', () => void node.stop().then(() => process.exit(0)));

process.on('message', () => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send!({ rss, heap: heapUsed + external });
});
