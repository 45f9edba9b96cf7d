import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { passComplimentOn } from '../../src/compliment/commands/pass-on.ts';
import * as inputs from '../../src/compliment/inputs.ts';
import { countCompliments, listCompliments, myCompliments } from '../../src/compliment/list.ts';
import type { Id } from '../../src/kernel/id.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { resolveInput } from '../../src/ticket/inputs.ts';
import { takeInMatter, ticketNow, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const STANDARD = '谢谢您的夸奖，这是我应该做的。';
const praised = async (praise = '师傅又快又干净', source = 'letter') =>
  (await takeInMatter(world, 'compliment', { title: '表扬维修师傅', fields: { praise, source } })).id;
const passOn = (id: Id<'ticket'>, about: object, answer = STANDARD) =>
  world.act('desk', passComplimentOn, id, inputs.passOnInput.parse({ ...about, answer }));
const heard = async (who: PersonKey, id: string) =>
  (await told(world, who)).filter((one) => one.ticket?.id === id).map((one) => one.type);

test('a compliment says what is praised and how it was given, reaches the person and his head, and is answered modestly [RECP-16]', async () => {
  await assert.rejects(praised('', 'letter'), { code: 'field.missing' });
  await assert.rejects(takeInMatter(world, 'compliment', { fields: { praise: '好' } }), { code: 'field.missing' });
  const id = await praised();
  await assert.rejects(passOn(id, {}), { code: 'compliment.about_nobody' });
  await assert.rejects(world.act('desk', resolveTicket, id, resolveInput.parse({ outcome: '已转达' })), {
    code: 'compliment.not_passed_on',
  });
  await assert.rejects(
    world.act('guard', passComplimentOn, id, inputs.passOnInput.parse({ people: [world.people.guard], answer: '好' })),
    { code: 'right.out_of_scope' },
  );
  await passOn(id, { people: [world.people.plumber] });
  wait(world);
  assert.deepEqual(await heard('plumber', id), ['compliment.yours']);
  assert.deepEqual(await heard('maintenance', id), ['compliment.of_yours']);
  assert.deepEqual(await heard('captain', id), []);
  const now = await ticketNow(world, id);
  assert.deepEqual([now.stage_class, now.outcome, now.closed_as], ['closed', STANDARD, 'settled']);
  await assert.rejects(passOn(id, { people: [world.people.plumber] }), { code: 'compliment.passed_on' });
});

test('compliments are counted per person and department in a period, and whether the standard answer was given [RECP-16]', async () => {
  world.at('2026-10-10T09:00+08:00');
  const both = { people: [world.people.plumber, world.people.electrician] };
  await passOn(await praised(), both, 'You are too kind');
  await passOn(
    await praised('保安热心', 'said'),
    { departments: [world.departments['security']] },
    'Thank you for your compliment. This is what I should do.',
  );
  const counted = await world.ask('manager', countCompliments, inputs.complimentCountsQuery.parse({}));
  assert.deepEqual([counted.total, counted.standard], [3, 2], 'in whatever language');
  assert.deepEqual(
    counted.people.map((one) => [one.person.name, one.n]),
    [
      ['钱师傅', 2],
      ['褚电工', 1],
    ],
  );
  assert.deepEqual(
    counted.departments.map((one) => [one.department.name.en, one.n]),
    [
      ['Engineering and maintenance', 2],
      ['Security', 1],
    ],
  );
  const october = inputs.complimentCountsQuery.parse({ from: '2026-10-01T00:00:00+08:00' });
  assert.equal((await world.ask('manager', countCompliments, october)).total, 2);
  const security = inputs.complimentsQuery.parse({ department: world.departments['security'] });
  const [line] = (await world.ask('manager', listCompliments, security)).items;
  assert.deepEqual([line!.said, line!.source, line!.answer, line!.people], ['保安热心', 'said', 'standard', []]);
  const ofHead = (await world.ask('maintenance', listCompliments, inputs.complimentsQuery.parse({}))).items;
  assert.equal(ofHead.length, 2, 'a head sees those about his people');
  const ofPlumber = inputs.complimentsQuery.parse({ person: world.people.plumber });
  assert.equal((await world.ask('manager', listCompliments, ofPlumber)).items.length, 2);
});

test('whoever is praised reads it himself, and only what is about him [RECP-16]', async () => {
  const mine = (who: PersonKey) => world.ask(who, myCompliments, inputs.myComplimentsQuery.parse({}));
  assert.deepEqual(
    (await mine('electrician')).items.map((one) => one.said),
    ['师傅又快又干净'],
  );
  assert.deepEqual((await mine('fitter')).items, []);
  assert.deepEqual(
    (await world.ask('plumber', listCompliments, inputs.complimentsQuery.parse({}))).items,
    [],
    'the list of all is for whoever sees reports',
  );
});
