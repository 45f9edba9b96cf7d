import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { World } from '../../test/engine-world.ts';
import { dropWorlds, engineOn, LADDER, makeWorld, MONDAY, NOTICE, tell, WARN_OWNER } from '../../test/engine-world.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';
import { openDatabase } from '../platform/db.ts';
import { keepCommitments } from './commands/keep-commitments.ts';
import { retryCommitments } from './commands/retry-commitments.ts';
import { startCommitments } from './commands/start-commitments.ts';
import type { Commitment } from './commitment.ts';
import type { Effects, Engine } from './fire.ts';
import { BATCH, dueRows, fireBatch, fireDue } from './fire.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
after(dropWorlds);

const ONE_RUNG = { allowance: { text: 'PT1H', basis: 'clock' as const }, ladder: [NOTICE] };

async function start(count: number, over: Parameters<World['promise']>[0] = {}): Promise<Commitment[]> {
  const wanted = Array.from({ length: count }, (_, index) =>
    world.promise({ kind: `k${index}`, limit: ONE_RUNG, ...over }),
  );
  return world.run((context) => startCommitments(context, wanted));
}

const later = (hours: number): void => world.clock.set(plus(MONDAY, hours * HOUR));

async function count(what: string): Promise<number> {
  const answer = await world.database.read(world.organisation.schema, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(what)}`.execute(tx),
  );
  return answer.rows[0]!.n;
}

/** A second node: a pool of its own and effects of its own. */
function otherNode(effects: Effects): { engine: Engine; close(): Promise<void> } {
  const database = openDatabase({ url: world.url, connections: 3 });
  return { engine: engineOn(database, world.clock, effects), close: () => database.close() };
}

test('looking for what is due reads the partial index only, however much is open', async () => {
  const now = plus(MONDAY, HOUR);
  const { schema } = world.organisation;
  const rows = await start(3);
  await world.database.transact(schema, async (tx) => {
    // twenty thousand open promises that are not due, half of them with nothing left to fire
    await sql`
      insert into commitment (id, kind, subject_type, subject_id, centre_id, calendar_id, calendar_version, basis, started_at, due_at, state, ladder, next_fire_at)
      select gen_random_uuid(), 'other', 'ticket', gen_random_uuid(), centre_id, calendar_id, 1, 'clock', started_at, due_at, 'running', ladder,
        case when n % 2 = 0 then due_at + n * interval '1 minute' end
      from commitment, generate_series(1, 20000) n where commitment.id = ${rows[0]!.id}`.execute(tx);
    await sql`analyze commitment`.execute(tx);
  });
  await world.database.read(schema, async (tx) => {
    for (const query of [dueRows(tx, now, BATCH), nextFireAtQuery(tx)]) {
      const compiled = query.compile();
      const explained = await tx.executeQuery<{ 'QUERY PLAN': string }>({
        ...compiled,
        sql: `explain (analyze, buffers, costs off) ${compiled.sql.replace('for no key update skip locked', '')}`,
      });
      const plan = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
      assert.match(plan, /Index (Only )?Scan using commitment_to_fire/);
      assert.doesNotMatch(plan, /Seq Scan|Sort/);
      const hits = Number(/Buffers: shared hit=(\d+)/.exec(plan)?.[1]);
      assert.ok(hits > 0 && hits < 20, `touches ${hits} pages:\n${plan}`);
    }
  });
  world.clock.set(now);
  assert.equal(await world.fire(), 3);
});

/** As `nextFireAt` asks. */
function nextFireAtQuery(tx: Tx) {
  return tx
    .selectFrom('commitment')
    .select('next_fire_at')
    .where('next_fire_at', 'is not', null)
    .orderBy('next_fire_at')
    .limit(1);
}

test('more than a batch is fired in batches, each thing once', async () => {
  await start(3 * BATCH + 5);
  later(1);
  assert.equal(await world.fire(), 3 * BATCH + 5);
  assert.equal(await count('told'), 3 * BATCH + 5);
  assert.equal(await count('(select distinct commitment_id from told) t'), 3 * BATCH + 5);
  assert.equal(await count(`event where type = 'commitment.climbed'`), 3 * BATCH + 5);
  assert.equal(await world.fire(), 0);
});

test('two nodes at once share the work and do nothing twice', async () => {
  await start(300);
  later(1);
  const slowly =
    (node: number): Effects['onRungs'] =>
    async (context, climbs) => {
      await tell(context.tx, context.now, climbs, node);
      await sleep(5);
    };
  world.effects.onRungs = slowly(1);
  const other = otherNode({ onRungs: slowly(2), onPauseEnded: async () => {} });
  const [mine, his] = await Promise.all([world.fire(), fireDue(other.engine, world.organisation)]);
  await other.close();
  assert.equal(mine + his, 300);
  assert.ok(mine > 0 && his > 0, `both worked: ${mine} and ${his}`);
  assert.equal(await count('told'), 300);
  assert.equal(await count('(select distinct commitment_id from told) t'), 300);
});

test('a row another node holds is left to it, and its moment still shows', async () => {
  const [held] = await start(1);
  await start(1, { kind: 'free' });
  later(1);
  await world.run(async (context) => {
    await sql`select 1 from commitment where id = ${held!.id} for update`.execute(context.tx);
    const fired = await fireBatch(world.engine, world.organisation);
    assert.deepEqual(fired, { claimed: 1, setAside: 0, nextAt: plus(MONDAY, HOUR) });
  });
  assert.equal((await fireBatch(world.engine, world.organisation)).claimed, 1);
  assert.equal(await count('told'), 2);
});

test('done while it was about to fire: the command waits for the tick or the tick finds nothing', async () => {
  const rows = await start(20);
  later(1);
  const keep = (row: Commitment): Promise<unknown> =>
    world.run((context) => keepCommitments(context, { ids: [row.id], happenedAt: MONDAY }));
  await Promise.all([world.fire(), ...rows.map(keep), world.fire()]);
  for (const row of rows) {
    const types = (await world.events(row.id)).map((event) => event.type);
    const climbed = types.includes('commitment.climbed');
    assert.equal(types.includes('commitment.told_in_error'), climbed, 'what was told in spite of it is withdrawn');
    assert.equal((await world.row(row.id)).state, 'kept');
  }
  assert.equal(await count('told'), await count(`event where type = 'commitment.climbed'`));
});

const poisons: [string, (world: World) => void][] = [
  [
    'an effect that throws',
    (it) => {
      it.effects.onRungs = async (context, climbs) => {
        if (climbs.some((one) => one.commitment.kind === 'k7')) throw new Error('nobody holds this post');
        await tell(context.tx, context.now, climbs);
      };
    },
  ],
  [
    'an effect whose statement fails and spoils the transaction',
    (it) => {
      it.effects.onRungs = async (context, climbs) => {
        await tell(context.tx, context.now, climbs);
        const zero = climbs.some((one) => one.commitment.kind === 'k7') ? 0 : 1;
        await sql`select 1 / ${zero}::int`.execute(context.tx);
      };
    },
  ],
];
for (const [name, poison] of poisons)
  test(`a poisoned row is set aside, visibly, and never stops its batch: ${name}`, async () => {
    const rows = await start(30);
    const guilty = rows[7]!;
    poison(world);
    later(1);
    const fired = await fireBatch(world.engine, world.organisation);
    assert.deepEqual(fired, { claimed: 30, setAside: 1, nextAt: null });
    assert.equal(await count('told'), 29);
    const row = await world.row(guilty.id);
    assert.equal(row.set_aside_at, plus(MONDAY, HOUR));
    assert.match(row.set_aside_because!, /nobody holds this post|division by zero/);
    assert.deepEqual([row.climbed, row.next_fire_at], [0, null], 'nothing of it happened');
    assert.deepEqual(
      (await world.events(guilty.id)).map((event) => event.type),
      ['commitment.started', 'commitment.set_aside'],
    );

    world.effects.onRungs = (context, climbs) => tell(context.tx, context.now, climbs);
    assert.equal(await world.fire(), 0, 'it fires no more by itself');
    await world.run((context) => retryCommitments(context, { ids: [guilty.id] }));
    assert.equal(await world.fire(), 1);
    assert.equal(await count('told'), 30);
    assert.equal((await world.row(guilty.id)).set_aside_at, null);
  });

test('a table that another node migrates meanwhile sets no row aside', async () => {
  const rows = await start(2);
  const look = (tx: Tx) => sql`select * from told where commitment_id = ${rows[0]!.id}`.execute(tx);
  world.effects.onRungs = async (context, climbs) => {
    await look(context.tx);
    await tell(context.tx, context.now, climbs);
  };
  await world.run(({ tx }) => look(tx));
  await world.run(({ tx }) => sql`alter table told add column added text`.execute(tx));
  later(1);
  assert.deepEqual(await fireBatch(world.engine, world.organisation), { claimed: 2, setAside: 0, nextAt: null });
  assert.equal(await count('told'), 2);
  await world.run(({ tx }) => sql`alter table told drop column added`.execute(tx));
});

test('a row that cannot even be reckoned is set aside; so is one whose pause is missing', async () => {
  const [broken, pauseless] = await start(3, { limit: { ...ONE_RUNG, ladder: [{ ...NOTICE, acknowledge: 'PT1H' }] } });
  await world.run(async ({ tx }) => {
    await sql`update commitment set calendar_version = 99 where id = ${broken!.id}`.execute(tx);
    await sql`update commitment set state = 'paused' where id = ${pauseless!.id}`.execute(tx);
  });
  later(1);
  assert.equal((await fireBatch(world.engine, world.organisation)).setAside, 2);
  assert.match((await world.row(broken!.id)).set_aside_because!, /no version 99/);
  assert.match((await world.row(pauseless!.id)).set_aside_because!, /paused without a pause/);
  assert.equal(await count('told'), 1);
});

test('even a poisoned journal sets only its own row aside', async () => {
  const [row] = await start(3);
  await world.run(({ tx }) =>
    sql`create function refuse() returns trigger language plpgsql as $$ begin
        if new.subject_id = '${sql.raw(row!.id)}' then raise exception 'the journal is torn'; end if; return new; end $$;
      create trigger torn before insert on event for each row execute function refuse()`.execute(tx),
  );
  later(1);
  try {
    assert.equal((await fireBatch(world.engine, world.organisation)).setAside, 1);
    assert.equal(await count('told'), 2);
    assert.match((await world.row(row!.id)).set_aside_because!, /torn/);
  } finally {
    await world.run(({ tx }) => sql`drop trigger torn on event; drop function refuse`.execute(tx));
  }
});

test('what will pass by itself blames no row: nothing happened, and it is tried again', async () => {
  await start(5);
  later(1);
  let attempts = 0;
  world.effects.onRungs = async (context, climbs) => {
    await tell(context.tx, context.now, climbs);
    attempts += 1;
    if (attempts === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  };
  await assert.rejects(fireBatch(world.engine, world.organisation), /deadlock/);
  assert.equal(await count('told'), 0);
  assert.equal((await fireBatch(world.engine, world.organisation)).setAside, 0);
  assert.equal(await count('told'), 5);
});

test('only what was committed is announced, and nothing of a failed attempt', async () => {
  const rows = await start(4);
  later(1);
  const announced: string[] = [];
  const engine: Engine = {
    ...world.engine,
    announce: (_, signals) => void announced.push(...signals.notified),
    effects: {
      onPauseEnded: async () => {},
      onRungs: async (context, climbs) => {
        for (const { commitment } of climbs) context.signals.notified.add(commitment.id);
        if (climbs.some((one) => one.commitment.id === rows[1]!.id)) throw new Error('poison');
      },
    },
  };
  await fireBatch(engine, world.organisation);
  assert.deepEqual(
    announced.toSorted(),
    rows
      .filter((_, index) => index !== 1)
      .map((row) => row.id)
      .toSorted(),
  );
});

test('after an outage every rung is in the journal once, and the effects hear of all of them together', async () => {
  const [row] = await start(1, { limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder: LADDER } });
  const calls: string[][] = [];
  world.effects.onRungs = async (_, climbs) =>
    void calls.push(climbs.map((one) => `${one.number}${one.last ? '!' : ''}`));
  later(30);
  await world.fire();
  assert.deepEqual(calls, [['1', '2', '3', '4!']]);
  const climbed = (await world.events(row!.id)).filter((event) => event.type === 'commitment.climbed');
  assert.deepEqual(
    climbed.map((event) => event.data['number']),
    [1, 2, 3, 4],
  );
  assert.equal((await world.row(row!.id)).climbed, 4);
});

test('a moment before its time nothing is said', async () => {
  await start(1, { limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder: [WARN_OWNER] } });
  world.clock.set(plus(MONDAY, 2 * HOUR - 1));
  assert.equal(await world.fire(), 0);
  world.clock.set(plus(MONDAY, 2 * HOUR));
  assert.equal(await world.fire(), 1);
});

test('over thirty days a repeating rung speaks as often as its rule says', async () => {
  const nagging = { ...NOTICE, repeat: { every: 'P1D', basis: 'working' as const, most: 5 } };
  const [row] = await start(1, { limit: { allowance: { text: 'PT4H', basis: 'working' }, ladder: [nagging] } });
  await world.liveUntil(plus(MONDAY, 30 * 24 * HOUR + MINUTE));
  const told = await world.told(row!.id);
  assert.deepEqual(
    told.map((one) => one.again),
    [0, 1, 2, 3, 4, 5],
  );
});
