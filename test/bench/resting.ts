import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureBundle } from '../../scripts/measure-bundle.ts';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { freshWorld } from '../world.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { atMost, skipped } from './bench.ts';
import { signedIn, startServer } from './client.ts';
import { PASSWORD } from './intake.ts';

const WHAT = 'server, idle';

/** What a process holds in memory now, in megabytes; undefined where the system does not say. */
function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function runIdle({ quick }: Setting): Promise<Outcome> {
  const world = await freshWorld({ at: systemClock.now() });
  const { database, organisation, people } = world;
  await setPassword(database, organisation, people.supervisor, { typed: PASSWORD }, systemClock.now());
  const server = await startServer(world.url);
  try {
    const client = await signedIn(server.address, 'supervisor', PASSWORD);
    for (const path of ['/session', '/work/mine', '/dispatch', '/board']) await client.get(path);
    client.close();
    await sleep((quick ? 3 : 30) * 1_000);
    const megabytes = residentMegabytes(server.pid);
    return {
      lines: [
        megabytes === undefined
          ? skipped(WHAT, '≤ 200 MB', 'this system has no /proc')
          : atMost(WHAT, megabytes, 200, 'MB'),
      ],
      sizes: {},
      notes: [
        'The Node process (resident), half a minute after somebody signed in and looked at four screens; PostgreSQL not counted.',
      ],
    };
  } finally {
    await server.stop();
    await world.drop();
  }
}

async function runBundle(): Promise<Outcome> {
  const screens = await measureBundle();
  const lines = screens.map(({ screen, kilobytes, most }) =>
    atMost(screen === 'first screen' ? screen : `more for ${screen.replace('screens/', '')}`, kilobytes, most, 'kB'),
  );
  return { lines, sizes: {}, notes: ['JavaScript and CSS, gzipped, with the words of the heaviest language.'] };
}

export const idle: Part = { name: 'memory', about: 'Memory of an idle server', run: runIdle };
export const bundle: Part = { name: 'bundle', about: 'What a browser loads', run: runBundle };
