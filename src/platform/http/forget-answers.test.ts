import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { platformWorld, type World } from '../../../test/platform-world.ts';
import { instant, movedClock, plus } from '../../kernel/time.ts';
import { ANSWERS_KEPT, forgetAnswers } from './forget-answers.ts';

let world: World;
before(async () => {
  world = await platformWorld();
});
after(() => world.drop());

test('the answer to a write is kept for a week, in every organisation, and then forgotten', async () => {
  const { database, hill, lake, ann, cai } = world;
  const made = instant('2026-09-01T08:00:00.000Z');
  const clock = movedClock(made);
  for (const [{ schema }, person, many] of [
    [hill, ann, 2_500],
    [lake, cai, 1],
  ] as const)
    await database.pool.query(
      `insert into ${schema}.idempotent_request (key, person_id, fingerprint, status, body, at)
       select 'intent-' || n, $1, 'f', 201, '{"ownerName":"Wang"}', $2 from generate_series(1, $3) n`,
      [person, made, many],
    );
  const young = plus(made, 1_000);
  await database.pool.query(
    `insert into org_hill.idempotent_request (key, person_id, fingerprint, status, at) values ('young-one', $1, 'f', 200, $2)`,
    [ann, young],
  );
  const kept = async (schema: string): Promise<string[]> => {
    const { rows } = await database.pool.query<{ key: string }>(`select key from ${schema}.idempotent_request`);
    return rows.map((row) => row.key);
  };
  const forget = () => forgetAnswers({ database, clock, organisations: async () => [hill, lake] });
  clock.set(plus(made, ANSWERS_KEPT));
  await forget();
  assert.equal((await kept('org_hill')).length, 2_501);
  clock.set(plus(young, ANSWERS_KEPT));
  await forget();
  assert.deepEqual([await kept('org_hill'), await kept('org_lake')], [['young-one'], []]);
});
