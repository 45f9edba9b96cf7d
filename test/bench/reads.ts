import pg from 'pg';
import { sql } from 'kysely';
import { systemClock } from '../../src/kernel/time.ts';
import { openDatabase } from '../../src/platform/db.ts';
import type { Line, Outcome, Part, Setting } from './bench.ts';
import { atMost, percentile, rounded } from './bench.ts';
import type { Client, Server } from './client.ts';
import { signedIn, startServer } from './client.ts';
import { pick, seeded } from './corpus.ts';
import { PASSWORD } from './intake.ts';
import { drawQueries, measureSearch, recallOf } from './search.ts';
import type { Shape } from './shape.ts';
import { shapeOf } from './shape.ts';
import { LARGE, SMALL } from './texts.ts';

type Known = { id: string; number: number; digits: string; code: string; name: string };
type Read = { who: string; path(one: Known): string };

/** What the screens read, as who reads it. */
const READS: Record<string, Read> = {
  'my work, front desk': { who: 'desk', path: () => '/work/mine' },
  'my work, worker': { who: 'plumber', path: () => '/work/mine' },
  dispatch: { who: 'maintenance', path: () => '/dispatch' },
  'ticket page': { who: 'desk', path: (one) => `/tickets/${one.id}` },
  'ticket timeline': { who: 'desk', path: (one) => `/tickets/${one.id}/timeline` },
  'caller look-up, whole number': { who: 'desk', path: (one) => lookUp(one.digits.replace('+86', '')) },
  'caller look-up, last four digits': { who: 'desk', path: (one) => lookUp(one.digits.slice(-4)) },
  'caller look-up, flat': { who: 'desk', path: (one) => lookUp(one.code) },
  'caller look-up, name': { who: 'desk', path: (one) => lookUp(one.name) },
  board: { who: 'manager', path: () => '/board' },
};

const lookUp = (text: string): string => `/desk/lookup?q=${encodeURIComponent(text)}`;

/** Half open ones, half from all ages. */
async function someTickets(client: pg.Client): Promise<Known[]> {
  const one = (where: string): string => `(
    select t.id, t.number::int, f.digits, p.code, c.name
    from org_world.ticket t tablesample system (5) repeatable (3)
      join org_world.customer c on c.id = t.customer_id join org_world.customer_phone f on f.customer_id = c.id
      join org_world.place p on p.id = t.place_id
    where t.closed_at is ${where} limit 300)`;
  const { rows } = await client.query<Known>(`${one('null')} union all ${one('not null')}`);
  return rows;
}

type Desk = { server: Server; clients: Map<string, Client>; known: Known[] };

async function withServer<Result>(shape: Shape, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client(shape.url);
  await admin.connect();
  const server = await startServer(shape.url);
  const clients = new Map<string, Client>();
  try {
    for (const who of ['desk', 'plumber', 'supervisor', 'manager', 'maintenance'])
      clients.set(who, await signedIn(server.address, who, PASSWORD));
    return await work({ server, clients, known: await someTickets(admin) });
  } finally {
    for (const client of clients.values()) client.close();
    await server.stop();
    await admin.end();
  }
}

type Times = Map<string, number[]>;

/** Asked so often before anything is measured: a centre at work has what it looks at in memory. */
const WARMING = 100;

/** Asks both in turns, so that neither has the quieter half of the run. */
async function timesOn(desks: readonly Desk[], rounds: number): Promise<Times[]> {
  const times: Times[] = desks.map(() => new Map());
  const random = seeded(4);
  for (const [name, { who, path }] of Object.entries(READS)) {
    const taken = desks.map((): number[] => []);
    for (let round = -WARMING; round < rounds; round += 1) {
      const asked = [...desks.entries()];
      for (const [at, { clients, known }] of round % 2 ? asked : asked.toReversed()) {
        const { ms } = await clients.get(who)!.get(path(pick(random, known)));
        if (round >= 0) taken[at]!.push(ms);
      }
    }
    for (const [at, one] of taken.entries()) times[at]!.set(name, one);
  }
  return times;
}

function shapes(setting: Setting): Promise<Shape[]> {
  const sizes = setting.quick ? [{ ...SMALL, tickets: 2_000, open: 100, matters: 500 }, SMALL] : [SMALL, LARGE];
  return sizes.reduce<Promise<Shape[]>>(
    async (before, one) => [...(await before), await shapeOf(setting, one)],
    Promise.resolve([]),
  );
}

function compare(name: string, few: number[], many: number[]): Line {
  const [before, now] = [percentile(few, 0.95), percentile(many, 0.95)];
  return {
    what: `${name}, p95`,
    asked: '≤ 25 ms, ≤ 1.5 × small',
    measured: `${rounded(now)} ms, ${rounded(now / before)} × (${rounded(before)} ms)`,
    meets: now <= 25 && now <= 1.5 * before,
  };
}

async function runReads(setting: Setting): Promise<Outcome> {
  const [small, large] = await shapes(setting);
  const rounds = setting.quick ? 30 : 400;
  const [few, many] = await withServer(small!, (one) => withServer(large!, (other) => timesOn([one, other], rounds)));
  return {
    lines: [...many!].map(([name, taken]) => compare(name, few!.get(name)!, taken)),
    sizes: large!.sizes,
    notes: [
      `Asked over HTTP one after the other, signed in, ${rounds} times each, the small shape and the large in turns, after ${WARMING} each that are not counted; the times are those the asker saw, loopback included. The small shape has ${small!.sizes['ticket']!.toLocaleString('en')} tickets, ${small!.sizes['open tickets']} of them open.`,
    ],
  };
}

/** The first days of so many months up to this one, in the zone of the centre. */
function months(many: number): string[] {
  const [year = 0, last = 0] = systemClock.now().split('-').map(Number);
  return Array.from({ length: many + 1 }, (_, back) => {
    const month = year * 12 + last - 1 - (many - back);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00+08:00`;
  });
}

async function runFigures(setting: Setting): Promise<Outcome> {
  const [, large] = await shapes(setting);
  const starts = months(70);
  const times = await withServer(large!, async ({ clients }) => {
    const taken: number[] = [];
    for (const [nth, from] of starts.slice(0, -1).entries()) {
      const period = new URLSearchParams({ from, until: starts[nth + 1]! });
      taken.push((await clients.get('manager')!.get(`/figures?${period}`)).ms);
    }
    return taken;
  });
  return {
    lines: [atMost('figures of any month, the slowest of 70', Math.max(...times), 300, 'ms')],
    sizes: large!.sizes,
    notes: [`Median ${rounded(percentile(times, 0.5))} ms.`],
  };
}

async function runSearch(setting: Setting): Promise<Outcome> {
  const [, large] = await shapes(setting);
  const database = openDatabase({ url: large!.url, connections: 2, name: 'bench' });
  try {
    const lines: Line[] = [];
    const notes: string[] = [];
    for (const type of ['ticket', 'customer'] as const) {
      const drawn = await database.read('org_world', async (tx) => {
        await sql`set local statement_timeout = 0`.execute(tx);
        return drawQueries(tx, type);
      });
      await measureSearch(database, 'org_world', type, drawn.slice(0, 40));
      const found = await measureSearch(database, 'org_world', type, drawn);
      const recall = await recallOf(database, 'org_world', type, drawn);
      const common = drawn.filter((one) => one.share >= 0.05 && one.share <= 0.1).length;
      lines.push(atMost(`search for ${type}s, ${found.queries} queries, p95`, found.p95, 60, 'ms'), {
        what: `… first pages against a plain scan of all`,
        asked: 'recall 1',
        measured: `${recall.found.toLocaleString('en')} of ${recall.wanted.toLocaleString('en')}, ${recall.wrong.length} pages wrong`,
        meets: recall.found === recall.wanted && recall.wrong.length === 0,
      });
      notes.push(
        `${type}s: median ${rounded(found.p50)} ms, p99 ${rounded(found.p99)} ms; ${common} of the queries stand in 5 to 10 % of all. Slowest: ${found.slowest
          .slice(0, 3)
          .map((one) => `${one.text} ${rounded(one.ms)} ms`)
          .join(', ')}.`,
      );
    }
    return { lines, sizes: large!.sizes, notes };
  } finally {
    await database.close();
  }
}

export const reads: Part = { name: 'reads', about: 'What the screens read, large shape', run: runReads };
export const figures: Part = { name: 'figures', about: 'Figures of any month, large shape', run: runFigures };
export const search: Part = { name: 'search', about: 'Search, large shape', run: runSearch };
