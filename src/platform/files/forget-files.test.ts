import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { platformWorld, type World } from '../../../test/platform-world.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { instant, movedClock, plus } from '../../kernel/time.ts';
import { forgetFiles, UPLOADS_KEPT } from './forget-files.ts';
import { attachFiles, storeFile } from './store-file.ts';

const PDF = Buffer.from('%PDF-1.7\n');

let world: World;
before(async () => {
  world = await platformWorld();
});
after(() => world.drop());

test('an upload is forgotten after a week, bytes and all, unless something has it or a half-typed report names it', async () => {
  const { database, hill, lake, ann } = world;
  const made = instant('2026-09-01T08:00:00.000Z');
  const clock = movedClock(made);
  const upload = (name: string, at = made): Promise<Id<'file'>> =>
    world.as(ann, async (context) => (await storeFile({ ...context, now: at }, { name, bytes: PDF })).id);
  for (let no = 0; no < 120; no += 1) await upload(`lost ${no}`);
  const attached = await upload('attached');
  await world.as(ann, (context) => attachFiles(context, [attached], { type: 'ticket', id: newId(made) }));
  const named = await upload('named');
  await database.pool.query(
    `insert into org_hill.draft (subject, person_id, content, at) values ('work_order:1:finish', $1, $2, $3)`,
    [ann, JSON.stringify({ text: JSON.stringify({ photoIds: [named] }) }), made],
  );
  const young = plus(made, 1_000);
  await upload('young', young);
  const kept = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select f.name from org_hill.file f join org_hill.file_chunk c on c.file_id = f.id order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const forget = () => forgetFiles({ database, clock, organisations: async () => [hill, lake] });
  clock.set(plus(made, UPLOADS_KEPT));
  await forget();
  assert.equal((await kept()).length, 123);
  clock.set(plus(young, UPLOADS_KEPT));
  await forget();
  assert.deepEqual(await kept(), ['attached.pdf', 'named.pdf', 'young.pdf']);
  await database.pool.query('delete from org_hill.draft');
  clock.set(plus(young, UPLOADS_KEPT + 1));
  await forget();
  assert.deepEqual(await kept(), ['attached.pdf']);
});
