import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';

/** What stands between a browser and its server, and can be cut: no request that is under way or begins then gets through. */
export type Line = { address: string; cut(): void; mend(): void; close(): Promise<void> };

export async function openLine(to: string): Promise<Line> {
  const { port, hostname } = new URL(to);
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return near;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = server.address();
  if (own === null || typeof own === 'string') throw new Error('the line has no port');
  const hangUp = () => ends.forEach((end) => end.destroy());
  return {
    address: `http://127.0.0.1:${own.port}`,
    cut: () => {
      whole = false;
      hangUp();
    },
    mend: () => {
      whole = true;
    },
    close: async () => {
      server.close();
      hangUp();
      await once(server, 'close');
    },
  };
}
