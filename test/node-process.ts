import { plus, systemClock } from '../src/kernel/time.ts';
import { startNode } from '../src/node.ts';

/** A node for tests that kill it: `node-process.ts URL KEY [AHEAD]`, its clock so many milliseconds ahead of the machine's. Prints its address. */
const [databaseUrl, key, ahead = '0'] = process.argv.slice(2) as [string, string, string?];
const clock = { now: () => plus(systemClock.now(), Number(ahead)) };
const node = await startNode({ databaseUrl, host: '127.0.0.1', port: 0, clock, sealKey: async () => key });
process.stdout.write(`${node.address}\n`);
