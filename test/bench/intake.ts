import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { newId } from '../../src/kernel/id.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Written } from './bare-intake.ts';
import { insertBare, writtenWith } from './bare-intake.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { percentile, rounded } from './bench.ts';
import { matter, seeded } from './corpus.ts';
import type { Client } from './client.ts';
import { signedIn, startServer } from './client.ts';

const CLIENTS = 8;
export const PASSWORD = 'three quiet herons';

const random = seeded(11);

/** A leak by telephone: the touch, the matter, the order to maintenance, with ids the screen made itself. */
function call(world: World) {
  const now = systemClock.now();
  const { title, need } = matter(random);
  return {
    contact: {
      id: newId(now),
      channel: 'phone',
      purpose: 'repair',
      customerId: world.customers.chen,
      callerName: '陈先生',
      callerPhone: '13800001202',
      placeId: world.places.flat1202,
      need,
    },
    ticket: { id: newId<'ticket'>(now), kind: 'leak', title, need, fields: { leak_from: 'pipe' } },
    workOrder: { id: newId(now), task: title, departmentId: world.departments['engineering'] },
  };
}

async function takeIn(client: Client, world: World): Promise<{ ticketId: string; ms: number }> {
  const body = call(world);
  const answer = await client.send('POST', '/intake', body, { 'idempotency-key': randomUUID() });
  if (answer.status !== 201) throw new Error(`intake: ${answer.status} ${answer.text.slice(0, 500)}`);
  return { ticketId: body.ticket.id, ms: answer.ms };
}

/** So many intakes by all clients at once; each asks again as soon as it was answered. */
async function load(clients: Client[], world: World, count: number): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  let left = count;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left > 0) {
        left -= 1;
        times.push((await takeIn(client, world)).ms);
      }
    }),
  );
  return { perSecond: count / ((performance.now() - began) / 1000), times };
}

type Compared = { http: number; bare: number; times: number[]; written: Written; tickets: number };

/** Both in turns, so that neither has the quieter half of the run. */
async function compare(world: World, rounds: number, each: number): Promise<Compared> {
  const { schema } = world.organisation;
  for (const who of ['desk', 'desk2'] as const)
    await setPassword(world.database, world.organisation, world.people[who], { typed: PASSWORD }, systemClock.now());
  const server = await startServer(world.url);
  const admin = new pg.Client(world.url);
  await admin.connect();
  try {
    const clients: Client[] = [];
    for (let nth = 0; nth < CLIENTS; nth += 1)
      clients.push(await signedIn(server.address, nth % 2 ? 'desk2' : 'desk', PASSWORD));
    const sample = await takeIn(clients[0]!, world);
    const written = await writtenWith(admin, schema, sample.ticketId);
    const bare = { url: world.url, schema, written, clients: CLIENTS };
    await load(clients, world, each);
    await insertBare({ ...bare, count: each });
    // what autovacuum does in a centre that has been open for a minute
    await admin.query('analyze');
    const http: number[] = [];
    const plain: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const got = await load(clients, world, each);
      http.push(got.perSecond);
      times.push(...got.times);
      plain.push(await insertBare({ ...bare, count: each * 2 }));
    }
    for (const client of clients) client.close();
    const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from ticket');
    const median = (values: number[]): number => percentile(values, 0.5);
    return { http: median(http), bare: median(plain), times, written, tickets: rows[0]!.n };
  } finally {
    await admin.end();
    await server.stop();
  }
}

async function run({ quick }: Setting): Promise<Outcome> {
  const world = await freshWorld({ at: systemClock.now() });
  try {
    const got = await compare(world, quick ? 1 : 5, quick ? 40 : 400);
    const ratio = got.http / got.bare;
    const rows = got.written.map(({ table, rows }) => `${rows.length} ${table}`);
    const all = got.written.reduce((sum, { rows }) => sum + rows.length, 0);
    return {
      lines: [
        {
          what: 'intake through HTTP, signed in, 8 clients',
          asked: '≥ 0.35 × bare pg',
          measured: `${rounded(got.http)} a second, ${rounded(ratio)} × (bare: ${rounded(got.bare)} a second)`,
          meets: ratio >= 0.35,
        },
      ],
      sizes: { 'rows an intake writes': all, 'tickets at the end': got.tickets },
      notes: [
        `Each writes: ${rows.join(', ')}. The bare script (\`test/bench/bare-intake.ts\`) inserts these very rows with new ids, one statement a table, one transaction each, on 8 connections, save that their outward work never falls due, which the server would do in the next round; both in turns, medians of five.`,
        `Answer after ${rounded(percentile(got.times, 0.5))} ms at the median, ${rounded(percentile(got.times, 0.95))} ms at p95.`,
      ],
    };
  } finally {
    await world.drop();
  }
}

export const intake: Part = { name: 'intake', about: 'Intake', run };
