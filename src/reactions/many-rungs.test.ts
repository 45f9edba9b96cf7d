import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { promise } from '../../test/many-promises.ts';
import { freshWorld } from '../../test/world.ts';
import { fireBatch } from '../commitment/fire.ts';
import type { Ladder } from '../commitment/rule.ts';

const LADDERS: Ladder[] = [
  [{ at: { share: 1 }, do: 'warn', to: 'owner' }],
  [{ at: { share: 1 }, do: 'notice', to: 'department_head' }],
  [{ at: { share: 1 }, do: 'rule', to: 'centre_manager', acknowledge: 'P1D' }],
];

test('hundreds of rungs due at once on two nodes: each is climbed, noticed, asked and told once', async () => {
  const world = await freshWorld({ at: '2026-09-14T09:00+08:00' });
  try {
    const many = 600;
    await promise(world, many, (nth) => LADDERS[nth % 3]!);
    world.at('2026-09-14T10:00+08:00');
    const node = async (): Promise<number> => {
      let fired = 0;
      for (;;) {
        const { claimed, setAside } = await fireBatch(world.engine, world.organisation);
        assert.equal(setAside, 0);
        fired += claimed;
        if (claimed === 0) return fired;
      }
    };
    const [one, other] = await Promise.all([node(), node()]);
    // what the notices and rulings themselves owe began just now, and fires later
    assert.equal(one! + other!, many);
    const counts = await world.read(async (tx) => {
      const { rows } = await sql<Record<string, number>>`
        select (select count(*)::int from event where type = 'commitment.climbed') as climbed,
          (select count(*)::int from rectification) as notices,
          (select count(distinct commitment_id)::int from rectification) as noticed,
          (select count(*)::int from ruling) as rulings,
          (select count(distinct commitment_id)::int from ruling) as ruled,
          (select count(*)::int from notification) as told,
          (select count(distinct (person_id, coalesce(params ->> 'commitment', '')))::int from notification) as distinctly,
          (select count(*)::int from commitment where kind in ('accept_notice', 'reply_notice')) as owed,
          (select count(*)::int from commitment where kind = 'ruling') as owed_above`.execute(tx);
      return rows[0]!;
    });
    const third = many / 3;
    assert.deepEqual(counts, {
      climbed: many,
      notices: third,
      noticed: third,
      rulings: third,
      ruled: third,
      told: many,
      distinctly: many,
      owed: third * 2,
      owed_above: third,
    });
  } finally {
    await world.drop();
  }
});
