import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyKind } from '../../src/administration/commands/apply-kind.ts';
import { keepFieldIndexes } from '../../src/administration/field-indexes.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

const keep = () =>
  keepFieldIndexes({
    database: world.database,
    organisations: async () => [world.organisation],
    log: (line) => assert.fail(line),
  });
async function indexes(): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ indexname: string }>(
    `select indexname from pg_indexes where schemaname = $1 and indexname like 'ticket\\_field\\_%' order by 1`,
    [world.organisation.schema],
  );
  return rows.map((row) => row.indexname);
}

test('a field marked so gets an index that the list of tickets uses, and loses it with the mark', async () => {
  assert.deepEqual(await indexes(), []);
  await keep();
  const made = await indexes();
  assert.ok(made.includes('ticket_field_about') && made.includes('ticket_field_leak_from'), made.join());
  const { id } = await takeInMatter(world, 'complaint');
  const query = ticketsQuery.parse({ choice: 'about:noise', state: 'all' });
  assert.deepEqual(
    (await world.ask('supervisor', listTickets, query)).items.map((one) => one.id),
    [id],
  );
  const { rows } = await world.database.pool
    .query<{ 'QUERY PLAN': string }>(
      `set enable_seqscan = off; explain select id from "${world.organisation.schema}".ticket t
       where t.fields ? 'about' and t.fields ->> 'about' = 'noise' order by opened_at desc, id desc limit 51`,
    )
    .then((answers) => (answers as unknown as { rows: { 'QUERY PLAN': string }[] }[])[1]!);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(plan, /ticket_field_about/);
  assert.doesNotMatch(plan, /Sort/);
  for (const key of ['complaint', 'dispute']) {
    const { kind, version } = await world.ask('admin', currentKind, key);
    const without = structuredClone(kind);
    for (const field of without.fields) if (field.key === 'about') delete field.indexed;
    const change = { kind: without, seen: version, why: '不再筛选', openTickets: 'keep' as const, stages: {} };
    await world.act('admin', applyKind, change);
    await keep();
    // two kinds ask for it: the index goes with the last mark
    assert.equal((await indexes()).includes('ticket_field_about'), key === 'complaint', key);
  }
  await keep();
  assert.deepEqual(
    await indexes(),
    made.filter((name) => name !== 'ticket_field_about'),
  );
});
