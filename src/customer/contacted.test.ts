import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goesOut, mailboxOf, writes } from '../../test/conversation-world.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { CustomerKey } from '../../test/world-seed.ts';
import { answerConversation } from '../conversation/commands/answer-conversation.ts';
import { answerInput } from '../conversation/inputs.ts';
import { changeCustomer } from './commands/change-customer.ts';
import { newId } from '../kernel/id.ts';
import { MINUTE, plus } from '../kernel/time.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, deskRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const later = () => world.clock.set(plus(world.clock.now(), MINUTE));
const pageOf = async (id: string) => (await desk.get('desk', `/customers/${id}`)).body;
const touched = async (contact: object) => {
  later();
  const { status, body } = await desk.send('desk', 'POST', '/contacts', contact);
  assert.equal(status, 201, JSON.stringify(body));
};
const nameOf = async (query: string) =>
  (await desk.get('desk', `/customers?${query}`)).body.items.map((one: { id: string }) => one.id);

test('at the first contact the customer’s data, numbers, addresses and need are recorded, what is wrong is refused, and the next caller is known [CUST-04]', async () => {
  const customer = {
    name: '赵新',
    language: 'zh-hant',
    phones: [{ number: '139 1234 5678', label: '手机' }],
    emails: [{ address: 'zhao@example.com' }],
    places: [{ placeId: world.places.flat0902, relation: 'tenant' }],
  };
  const wrong = [
    { ...customer, name: ' ' },
    { ...customer, phones: [{ number: '1' }] },
    { ...customer, emails: [{ address: 'no address' }] },
    { ...customer, language: 'la' },
  ];
  for (const one of wrong) assert.equal((await desk.send('desk', 'POST', '/customers', one)).status, 422);
  const { status, body: added } = await desk.send('desk', 'POST', '/customers', customer);
  assert.equal(status, 201, JSON.stringify(added));
  const contact = { channel: 'phone', purpose: 'consultation', customerId: added.id, need: '想了解车位月租' };
  const ticket = { kind: 'consultation', title: '车位月租', fields: { question: '月租多少' } };
  assert.equal((await desk.send('desk', 'POST', '/intake', { contact, ticket: { ...ticket, title: '' } })).status, 422);
  assert.equal((await desk.send('desk', 'POST', '/intake', { contact, ticket })).status, 201);
  const page = await pageOf(added.id);
  assert.deepEqual(
    [page.name, page.language, page.places[0].code, page.contacts[0].need],
    ['赵新', 'zh-hant', '3-902', '想了解车位月租'],
  );
  assert.equal(page.open[0].title, '车位月租');
  assert.deepEqual(await nameOf('q=13912345678'), [added.id]);
});

test('every call, visit, letter and message stands on his record as soon as it was, in its order [CUST-05]', async () => {
  const id = world.customers.chen;
  await world.act('desk', changeCustomer, id, { emails: [{ address: 'chen@example.com', label: '' }] });
  const mailbox = await mailboxOf(world);
  const seen: string[] = [];
  const look = async () => {
    const [newest] = (await pageOf(id)).contacts;
    seen.push(`${newest.channel} ${newest.direction}`);
  };
  await touched({ channel: 'phone', purpose: 'consultation', customerId: id, need: '问停水时间' });
  await look();
  await touched({ channel: 'visit', purpose: 'request', customerId: id, need: '借推车' });
  await look();
  await touched({ channel: 'letter', purpose: 'suggestion', customerId: id, need: '建议加装路灯' });
  await look();
  later();
  const { conversationId, messageId } = await writes(world, mailbox, { from: 'chen@example.com', text: '请问电费' });
  await look();
  later();
  const answer = { id: newId<'message'>(world.clock.now()), text: '本月 120 元', seen: messageId };
  await world.act('desk', answerConversation, conversationId, answerInput.parse(answer));
  later();
  assert.ok(await goesOut(world, answer.id));
  await look();
  assert.deepEqual(seen, ['phone in', 'visit in', 'letter in', 'email in', 'email out']);
  const { contacts } = await pageOf(id);
  assert.equal(contacts.at(-1).need, '问停水时间');
  const log = await desk.get('desk', `/contacts?customerId=${id}&channel=email`);
  assert.equal(log.body.items.length, 2);
});

test('of each owner it stands when and by which channel he was last contacted; those out of touch are found [VISIT-22]', async () => {
  const of = async (who: CustomerKey) =>
    (await desk.get('desk', '/customers?limit=200')).body.items.find((one: any) => one.id === world.customers[who])
      .lastContact;
  assert.equal(await of('lin'), null);
  await touched({ channel: 'sms', direction: 'out', purpose: 'follow_up', customerId: world.customers.lin });
  const at = world.clock.now();
  assert.deepEqual(await of('lin'), { at, channel: 'sms', direction: 'out' });
  assert.deepEqual([(await of('chen')).channel, (await of('chen')).direction], ['email', 'out']);
  assert.deepEqual(
    (await pageOf(world.customers.chen)).lastByChannel.map((one: any) => `${one.channel} ${one.direction}`),
    ['email out', 'email in', 'letter in', 'visit in', 'phone in'],
  );
  const quiet = await nameOf(`limit=200&quietSince=${encodeURIComponent(at)}`);
  assert.ok(!quiet.includes(world.customers.lin));
  assert.ok(quiet.includes(world.customers.zhou) && quiet.includes(world.customers.chen));
});
