import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ladder } from '../../src/commitment/rule.ts';
import type { Epoch } from '../../src/kernel/time.ts';
import { epochOf, HOUR, instantOf, SECOND, systemClock } from '../../src/kernel/time.ts';
import { promise } from '../many-promises.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Line, Outcome, Part, Setting } from './bench.ts';
import { atMost, percentile, rounded } from './bench.ts';

/** Every rung issues a rectification notice to the department and tells its head: the most a rung can do. */
const NOTICE: Ladder = [{ at: { share: 1 }, do: 'notice', to: 'department_head' }];

type Nodes = { committed: Map<string, Epoch>; stop(): Promise<void> };

/** Nodes in processes of their own; `committed` says when the firing of each commitment was committed. */
async function startNodes(url: string, many: number, wanted: ReadonlySet<string>): Promise<Nodes> {
  const committed = new Map<string, Epoch>();
  const children: ChildProcess[] = [];
  const ready = Array.from({ length: many }, (_, index) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'timer-node.ts'), url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`bench node ${index} ended (${code})`)));
      createInterface(child.stdout!).on('line', (line) => {
        const said = JSON.parse(line) as 'ready' | { at: Epoch; ids: string[] };
        if (said === 'ready') return resolve();
        for (const id of said.ids) if (wanted.has(id) && !committed.has(id)) committed.set(id, said.at);
      });
    });
  });
  await Promise.all(ready);
  const stop = async (): Promise<void> => {
    for (const child of children) {
      const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  };
  return { committed, stop };
}

type Due = { id: string; due_at: Epoch };
type Counted = Record<'climbed' | 'notices' | 'noticed' | 'told' | 'distinctly' | 'early', number>;

function dueIn(world: World): Promise<Due[]> {
  return world.read(async (tx) => {
    const rows = await tx.selectFrom('commitment').select(['id', 'due_at']).execute();
    return rows.map((row) => ({ id: row.id, due_at: epochOf(row.due_at) }));
  });
}

function count(world: World): Promise<Counted> {
  return world.read(async (tx) => {
    const { rows } = await sql<Counted>`
      select (select count(*)::int from event where type = 'commitment.climbed') as climbed,
        (select count(*)::int from rectification) as notices,
        (select count(distinct commitment_id)::int from rectification) as noticed,
        (select count(*)::int from notification) as told,
        (select count(distinct (person_id, coalesce(params ->> 'commitment', '')))::int from notification) as distinctly,
        (select count(*)::int from commitment c join event e on e.subject_id = c.id and e.type = 'commitment.climbed'
          where c.kind = 'complete' and e.happened_at < c.due_at) as early`.execute(tx);
    return rows[0]!;
  });
}

type Fired = { lateness: number[]; afterFirst: number; counted: Counted; each: boolean };

/** Makes promises in steps, lets two nodes fire them in real time, and counts what stands in the database. */
async function fired(steps: number, each: number, apartMs: number, nodes: number): Promise<Fired> {
  const world = await freshWorld();
  try {
    const first = epochOf(systemClock.now()) + 12 * SECOND + 6 * steps * each + 40 * steps;
    for (let step = 0; step < steps; step += 1) {
      world.at(instantOf(first + step * apartMs - HOUR));
      await promise(world, each, () => NOTICE);
    }
    const due = await dueIn(world);
    await world.database.pool.query('analyze');
    if (epochOf(systemClock.now()) > first - 3 * SECOND)
      throw new Error('too slow: the first was due before the nodes could start');
    const running = await startNodes(world.url, nodes, new Set(due.map((one) => one.id)));
    const until = Math.max(...due.map((one) => one.due_at)) + 60 * SECOND;
    while (running.committed.size < due.length && epochOf(systemClock.now()) < until) await sleep(50);
    await running.stop();
    const at = (one: Due): number => running.committed.get(one.id) ?? Number.POSITIVE_INFINITY;
    const counted = await count(world);
    const { climbed, notices, noticed, told, distinctly, early } = counted;
    return {
      lateness: due.map((one) => at(one) - one.due_at),
      afterFirst: Math.max(...due.map(at)) - first,
      counted,
      each: early === 0 && [climbed, notices, noticed, told, distinctly].every((n) => n === steps * each),
    };
  } finally {
    await world.drop();
  }
}

function once(what: string, { counted, each }: Fired, of: number): Line {
  const { climbed, notices, told, early } = counted;
  return {
    what,
    asked: `${of.toLocaleString('en')} of each, none early`,
    measured: `${climbed.toLocaleString('en')} events, ${notices.toLocaleString('en')} notices, ${told.toLocaleString('en')} notifications; ${early} early`,
    meets: each,
  };
}

async function runBurst({ quick }: Setting): Promise<Outcome> {
  const many = quick ? 500 : 10_000;
  const got = await fired(10, many / 10, 100, 2);
  return {
    lines: [
      atMost(
        `${many.toLocaleString('en')} rungs due in one second, two nodes: all committed after`,
        got.afterFirst / SECOND,
        5,
        's',
      ),
      once('… each with its effects exactly once', got, many),
    ],
    sizes: { rungs: got.lateness.length },
    notes: [
      `Counted from the first one's moment. Every rung issues a rectification notice: number, two commitments of its own, events, a notification to the department's head. Median ${rounded(percentile(got.lateness, 0.5))} ms after its own moment.`,
    ],
  };
}

async function runSteady({ quick }: Setting): Promise<Outcome> {
  const seconds = quick ? 5 : 60;
  const got = await fired(seconds * 10, 20, 100, 2);
  return {
    lines: [
      atMost(`200 due a second, for ${seconds} s: p99 after its time`, percentile(got.lateness, 0.99), 300, 'ms'),
      once('… each with its effects exactly once', got, got.lateness.length),
    ],
    sizes: { rungs: got.lateness.length },
    notes: [`Median ${rounded(percentile(got.lateness, 0.5))} ms, at most ${rounded(Math.max(...got.lateness))} ms.`],
  };
}

export const burst: Part = { name: 'burst', about: 'Ten thousand rungs in one second', run: runBurst };
export const steady: Part = { name: 'steady', about: 'Two hundred rungs a second', run: runSteady };
