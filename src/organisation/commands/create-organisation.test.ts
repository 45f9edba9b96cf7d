import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refused } from '../../kernel/refusal.ts';
import type { CalendarRules } from '../../kernel/working-time/calendar.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { packs } from '../../pack/registry.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { TestOrganisation } from '../../../test/organisation.ts';
import { freshOrganisation } from '../../../test/organisation.ts';
import { currentCalendar } from '../calendars.ts';
import { actorOf } from '../queries.ts';
import { createOrganisation } from './create-organisation.ts';

const NOW = '2026-06-02T01:00:00.000Z';
let world: TestOrganisation;
before(async () => {
  world = await freshOrganisation();
});
after(() => world.drop());

test('a new organisation has the departments, posts and kinds of its pack', async () => {
  const pack = (await packs()).get('property')!;
  await world.as(null, NOW, async (context) => {
    const posts = await context.tx.selectFrom('post').select(['key', 'superior_post_id', 'never_empty']).execute();
    assert.equal(posts.length, pack.posts.length);
    const desk = posts.find((post) => post.key === 'front_desk_clerk')!;
    assert.equal(desk.superior_post_id, world.made.posts['customer_service_supervisor']);
    assert.deepEqual(
      posts.filter((post) => post.never_empty).map((post) => post.key),
      ['emergency_line'],
    );
    const kinds = await currentKinds(context);
    const digits = kinds.map(({ kind }) => kind.digit ?? '-').join('');
    assert.match(digits, /^1234567890-+$/, 'kinds come in the order of their keys at the desk');
    assert.ok(kinds.every(({ version }) => version === 1));
    assert.equal((await settingsOf(context)).undoSeconds, pack.undoSeconds);
  });
});

test('reception hours stand in the calendar, with the public holidays and make-up days of this year [RECP-01]', async () => {
  const rules = await world.as(null, NOW, async ({ tx }): Promise<CalendarRules> => {
    return (await currentCalendar(tx, world.made.calendars['reception']!)).rules;
  });
  assert.deepEqual(rules.weekly[1], [{ from: '08:30', to: '18:00' }]);
  assert.deepEqual(rules.weekly[5], [{ from: '08:30', to: '18:00' }]);
  assert.deepEqual(rules.weekly[6], [{ from: '09:00', to: '17:00' }]);
  assert.deepEqual(rules.weekly[7], [{ from: '09:00', to: '17:00' }]);
  const on = (date: string) => rules.exceptions.find((exception) => exception.date === date);
  assert.deepEqual(on('2026-10-01')?.spans, [], 'National Day is closed');
  assert.deepEqual(on('2026-10-10')?.spans, [{ from: '08:30', to: '18:00' }], 'the make-up Saturday opens as a Monday');
});

test('the line for emergencies never closes [CHAN-13] [WORK-09]', async () => {
  const { rules } = await world.as(null, NOW, ({ tx }) => currentCalendar(tx, world.made.calendars['always']!));
  assert.deepEqual(rules.exceptions, []);
  for (const day of [1, 2, 3, 4, 5, 6, 7] as const)
    assert.deepEqual(rules.weekly[day], [{ from: '00:00', to: '24:00' }]);
});

test('the first administrator may look after people and nothing of the customers', async () => {
  const actor = await world.as(null, NOW, ({ tx, now }) => actorOf(tx, world.made.administratorId, now));
  assert.equal(actor?.posts[0]?.rights['people.edit'], 'organisation');
  assert.equal(actor?.posts[0]?.rights['customer.see_phone'], undefined);
});

test('an organisation is created once', async () => {
  const pack = (await packs()).get('property')!;
  const again = world.as(null, NOW, (context) =>
    createOrganisation(context, pack, { centre: { name: 'B' }, administrator: { username: 'other', name: 'B' } }),
  );
  await assert.rejects(again, (error) => error instanceof Refused && error.code === 'organisation.exists');
});
