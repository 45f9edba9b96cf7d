import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordContact } from '../contact/commands/record-contact.ts';
import { contactInput } from '../contact/inputs.ts';
import { customerRoutes } from '../customer/routes.ts';
import { customerPrivacyRoutes } from '../customer/routes-privacy.ts';
import { newId } from '../kernel/id.ts';
import { DAY, instant, plus } from '../kernel/time.ts';
import { keepDraft } from '../draft/commands/keep-draft.ts';
import { attachFiles, storeFile } from '../platform/files/store-file.ts';
import { finishWorkOrder } from '../work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { acceptWorkOrder } from '../work-order/commands/take-steps.ts';
import { doneInput } from '../work-order/inputs.ts';
import { addNote } from '../ticket/commands/note-inside.ts';
import { cancelTicket } from '../ticket/commands/close-ticket.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { forgetByAge, resumeForgetting } from './commands/forget-by-age.ts';
import { privacyRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...customerRoutes, ...customerPrivacyRoutes, ...privacyRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const rows = async (text: string, values: unknown[] = []) =>
  (await world.database.pool.query(text.replaceAll('@', 'org_world.'), values)).rows;

async function add(name: string, phone: string) {
  const answer = await desk.send('desk', 'POST', '/customers', { name, phones: [{ number: phone }] });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}

async function touch(customerId: string, need: string) {
  const input = {
    id: newId<'contact'>(world.clock.now()),
    channel: 'phone',
    purpose: 'consultation',
    customerId,
    need,
  };
  const contact = contactInput.parse({ ...input, callerName: '小李', callerPhone: '13912340000' });
  return world.act('desk', recordContact, contact);
}

/** A matter that was opened and is over. */
async function matter(customerId: string, title: string) {
  const input = openTicketInput.parse({
    id: newId<'ticket'>(world.clock.now()),
    kind: 'consultation',
    title,
    channel: 'phone',
    customerId,
    need: '想问停车',
    fields: { question: '停车' },
    callerName: '小李',
  });
  const { id } = await world.act('desk', openTicket, input);
  await world.act('desk', addNote, id, { text: '他住三楼', mentions: [] });
  await world.act('desk', cancelTicket, id, { reason: '打错' } as never);
  return id;
}

const rule = async (key: string) =>
  (await desk.get('admin', '/retention')).body.items.find((one: { key: string }) => one.key === key);

const set = (key: string, days: number | null, who: 'admin' | 'manager' = 'admin') =>
  desk.send(who, 'PUT', `/retention/${key}`, { days, why: '合同约定' });

/** The nights from now on, batch after batch, as the outbox would call for them. */
async function night() {
  for (let i = 0; i < 50; i += 1) {
    const [due] = await rows("delete from @outbox where task = 'privacy.forget' returning run_at as at");
    assert.ok(due, 'a run is planned');
    const at = instant(due.at);
    if (at > world.clock.now()) world.clock.set(at);
    await world.act(null, forgetByAge);
    const [open] = await rows('select id from @retention_run where ended_at is null');
    if (!open) return;
  }
}

const lastRun = async () => (await desk.get('admin', '/retention/runs')).body.items[0];

test('every rule is off until somebody turns it on, with a reason, and to an age that is old enough', async () => {
  const { items } = (await desk.get('admin', '/retention')).body;
  assert.deepEqual(
    items.map((one: { key: string; days: number | null }) => [one.key, one.days]),
    [
      ['ticket_texts', null],
      ['contact_words', null],
      ['files', null],
      ['recordings', null],
      ['former_residents', null],
      ['drafts', null],
      ['staff_files', null],
    ],
  );
  const young = await set('ticket_texts', 179);
  assert.deepEqual([young.status, young.body.code, young.body.params.least], [422, 'retention.too_young', 180]);
  const unsaid = await desk.send('admin', 'PUT', '/retention/drafts', { days: 30, why: ' ' });
  assert.equal(unsaid.status, 422);
  assert.equal((await set('drafts', 30, 'manager')).body.code, 'right.out_of_scope', 'it holds for every centre');
  assert.equal((await desk.get('desk', '/retention')).status, 403);
});

test('what was said in a call goes by its age, at night and not before; that there was a call stays', async () => {
  const chen = await add('周先生', '13812340001');
  const old = await touch(chen, '漏水很久了');
  world.clock.advance(200 * DAY);
  const young = await touch(chen, '又漏水了');
  const preview = (await desk.get('admin', '/retention/contact_words/preview?days=180')).body;
  assert.deepEqual([preview.count, preview.oldest], [{ n: 1, more: false }, plus(world.clock.now(), -200 * DAY)]);
  await set('contact_words', 180);
  assert.deepEqual((await rule('contact_words')).wouldGo, { n: 1, more: false });
  const said = async (id: string) =>
    (await rows('select need, caller_name, caller_phone, customer_id from @contact where id = $1', [id]))[0];
  assert.equal((await said(old)).need, '漏水很久了', 'nothing goes at once');
  await night();
  assert.deepEqual(await said(old), { need: '', caller_name: null, caller_phone: null, customer_id: chen });
  assert.equal((await said(young)).need, '又漏水了');
  const run = await lastRun();
  assert.deepEqual(
    run.gone.map(({ key, days, n }: { key: string; days: number; n: number }) => [key, days, n]),
    [['contact_words', 180, 1]],
  );
  assert.equal(run.gone[0].oldest, run.gone[0].newest);
  assert.ok(run.endedAt);
  assert.ok(!JSON.stringify(run).includes('漏水'), 'the report holds nothing of what went');
  await set('contact_words', null);
});

test('the texts of closed tickets go; number, kind, times and figures stay, and nothing is found by the words any more', async () => {
  const zhao = await add('赵小姐', '13812340002');
  const id = await matter(zhao, '停车位被占');
  world.clock.advance(400 * DAY);
  const open = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      id: newId<'ticket'>(world.clock.now()),
      kind: 'consultation',
      title: '还没办完',
      fields: { question: '停车' },
      channel: 'phone',
      customerId: zhao,
    }),
  );
  await set('ticket_texts', 365);
  await night();
  const [ticket] = await rows(
    'select title, need, caller_name, kind, number, closed_as, customer_id from @ticket where id = $1',
    [id],
  );
  assert.deepEqual(
    [ticket.title, ticket.need, ticket.caller_name, ticket.kind, ticket.customer_id],
    ['—', '', null, 'consultation', zhao],
  );
  const notes = await rows('select text from @note where ticket_id = $1', [id]);
  assert.ok(notes.length > 0 && notes.every(({ text }) => text === '—'));
  assert.equal((await rows('select title from @ticket where id = $1', [open.id]))[0].title, '还没办完');
  const entries = await rows('select folded from @search_entry where subject_id = $1', [id]);
  assert.ok(entries.length > 0 && entries.every(({ folded }) => !folded.includes('停车')));
  assert.deepEqual(
    (await lastRun()).gone.map((one: { key: string; n: number }) => [one.key, one.n]),
    [['ticket_texts', 1]],
  );
  await set('ticket_texts', null);
});

test('a hold stops erasing by age and by hand until it is lifted, and says who put it and why', async () => {
  const qian = await add('钱先生', '13812340003');
  const id = await matter(qian, '楼上漏水');
  const free = await matter(await add('孙先生', '13812340004'), '借推车');
  const hold = {
    id: newId<'legal_hold'>(world.clock.now()),
    type: 'customer',
    subjectId: qian,
    why: '诉讼中',
    until: null,
  };
  assert.equal((await desk.send('desk', 'POST', '/legal-holds', hold)).status, 403);
  assert.equal((await desk.send('admin', 'POST', '/legal-holds', { ...hold, why: '' })).status, 422);
  assert.equal(
    (await desk.send('admin', 'POST', '/legal-holds', { ...hold, until: plus(world.clock.now(), -1) })).body.code,
    'hold.until_in_past',
  );
  assert.equal(
    (await desk.send('admin', 'POST', '/legal-holds', { ...hold, type: 'ticket' })).body.code,
    'ticket.unknown',
  );
  assert.equal((await desk.send('admin', 'POST', '/legal-holds', hold)).status, 201);
  const byHand = await desk.send('desk', 'POST', `/customers/${qian}/erase`, { reason: 'asked_by_customer' });
  assert.deepEqual([byHand.status, byHand.body.code], [409, 'customer.held']);
  world.clock.advance(400 * DAY);
  await set('ticket_texts', 365);
  await night();
  const titles = async () =>
    (await rows('select title from @ticket where id in ($1, $2) order by number', [id, free])).map(
      ({ title }) => title,
    );
  assert.deepEqual(await titles(), ['楼上漏水', '—']);
  const [shown] = (await desk.get('admin', `/legal-holds?subject=${qian}`)).body.items;
  assert.deepEqual([shown.label, shown.why, shown.by, shown.liftedAt], ['钱先生', '诉讼中', '管理员', null]);
  assert.equal((await desk.send('admin', 'POST', `/legal-holds/${hold.id}/lift`)).status, 200);
  assert.equal((await desk.send('admin', 'POST', `/legal-holds/${hold.id}/lift`)).body.code, 'hold.unknown');
  await night();
  assert.deepEqual(await titles(), ['—', '—'], 'what it held back goes with the next run');
  await set('ticket_texts', null);
});

test('a hold ends by itself on its day', async () => {
  const li = await add('李女士', '13812340005');
  const until = plus(world.clock.now(), DAY);
  await desk.send('admin', 'POST', '/legal-holds', {
    id: newId<'legal_hold'>(world.clock.now()),
    type: 'customer',
    subjectId: li,
    why: '投诉未了',
    until,
  });
  const erase = () => desk.send('desk', 'POST', `/customers/${li}/erase`, { reason: 'asked_by_customer' });
  assert.equal((await erase()).body.code, 'customer.held');
  world.clock.advance(DAY);
  assert.equal((await erase()).status, 200);
});

test('a run is cancelled while it runs, and goes no further that night', async () => {
  const wu = await add('吴先生', '13812340006');
  await touch(wu, '问水费');
  world.clock.advance(200 * DAY);
  await set('contact_words', 180);
  await rows("delete from @outbox where task = 'privacy.forget'");
  await world.act(null, forgetByAge);
  const { id } = await lastRun();
  assert.equal((await desk.send('manager', 'POST', `/retention/runs/${id}/cancel`)).status, 403);
  await touch(wu, '问电费');
  assert.equal((await desk.send('admin', 'POST', `/retention/runs/${id}/cancel`)).status, 200);
  assert.equal((await desk.send('admin', 'POST', `/retention/runs/${id}/cancel`)).body.code, 'retention.not_running');
  world.clock.advance(200 * DAY);
  await world.act(null, forgetByAge);
  const run = await lastRun();
  assert.deepEqual([run.id, run.cancelledBy, run.endedAt !== null], [id, '管理员', true]);
  assert.equal(
    (await rows("select count(*)::int as n from @contact where need = '问电费'"))[0].n,
    1,
    'it went no further',
  );
  await set('contact_words', null);
});

test('who moved out long ago is erased whole, with a report; who still lives here, or called since, is not', async () => {
  const gone = await add('郑先生', '13812340007');
  const called = await add('王女士', '13812340008');
  const here = await add('冯先生', '13812340009');
  for (const id of [gone, called, here])
    await rows(
      "insert into @customer_place (customer_id, place_id, relation, since, until) values ($1, $2, 'tenant', '2020-01-01', $3)",
      [id, world.places.flat1202, id === here ? null : '2024-01-31'],
    );
  await touch(called, '问押金');
  await set('former_residents', 365);
  await night();
  const names = await rows('select name from @customer where id = any($1) order by array_position($1, id)', [
    [gone, called, here],
  ]);
  assert.deepEqual(
    names.map(({ name }) => name),
    ['—', '王女士', '冯先生'],
  );
  const { erasure } =
    (await desk.get('admin', `/customers/${gone}`)).status === 200
      ? (await desk.get('admin', `/customers/${gone}`)).body
      : (await desk.get('manager', `/customers/${gone}`)).body;
  assert.deepEqual([erasure.by, erasure.reason, erasure.gone.places], [null, 'kept_long_enough', 1]);
  await set('former_residents', null);
});

test('erasing by hand leaves a report of what went and what stays, and holds nothing of it', async () => {
  const chu = await add('褚先生', '13812340010');
  await matter(chu, '修门锁');
  await touch(chu, '问进度');
  assert.equal(
    (await desk.send('desk', 'POST', `/customers/${chu}/erase`, { reason: 'asked_by_customer' })).status,
    200,
  );
  const { erasure } = (await desk.get('desk', `/customers/${chu}`)).body;
  assert.deepEqual(erasure.gone, { phones: 1, emails: 0, places: 0, people: 0, callers: 2, files: 0 });
  assert.deepEqual(erasure.stays, { tickets: 1, contacts: 1, visits: 0 });
  assert.equal(erasure.reason, 'asked_by_customer');
  assert.equal((await desk.get('desk', `/customers/${chu}`)).body.can.erase.code, 'customer.erased');
});

test('what is kept about one customer is handed out as a whole, by who may see it whole, and journalled', async () => {
  const wei = await add('卫先生', '13812340011');
  await matter(wei, '查水表');
  await touch(wei, '问读数');
  const refused = await desk.send('maintenance', 'POST', `/customers/${wei}/export`);
  assert.equal(refused.status, 403);
  const { content } = (await desk.send('desk', 'POST', `/customers/${wei}/export`)).body;
  assert.deepEqual([content.customer.name, content.phones[0].number.slice(-8)], ['卫先生', '12340011']);
  assert.deepEqual([content.tickets[0].title, content.contacts[0].need], ['查水表', '问读数']);
  assert.ok(!JSON.stringify(content).includes('他住三楼'), 'what we wrote for ourselves is not among it');
  const [last] = (await world.events({ subjectId: wei })).slice(-1);
  assert.deepEqual([last!.type, last!.actorId], ['customer.exported', world.people.desk]);
});

test('a masked number is shown whole for a reason, by who has the right to ask; it is journalled each time', async () => {
  const jiang = await add('蒋女士', '13812340012');
  const masked = (await desk.get('maintenance', `/customers/${jiang}`)).body;
  assert.deepEqual([masked.masked, masked.can.unmask], [true, null]);
  assert.ok(!JSON.stringify(masked).includes('13812340012'));
  const ask = (who: 'maintenance' | 'desk' | 'plumber', reason: string) =>
    desk.send(who, 'POST', `/customers/${jiang}/unmask`, { reason });
  assert.equal((await ask('maintenance', '  ')).status, 422);
  const shown = await ask('maintenance', '上门前确认时间');
  assert.equal(shown.body.phones[0].number, '13812340012');
  assert.equal((await ask('plumber', '想打个电话')).status, 403);
  const kept = await rows('select by_id, reason from @phone_unmasked where customer_id = $1', [jiang]);
  assert.deepEqual(kept, [{ by_id: world.people.maintenance, reason: '上门前确认时间' }]);
  const events = (await world.events({ subjectId: jiang })).filter(({ type }) => type === 'customer.phone_unmasked');
  assert.deepEqual([events.length, events[0]!.actorId], [1, world.people.maintenance]);
  assert.ok(!JSON.stringify(events[0]!.data).includes('上门'), 'the reason stands in a row, not in the journal');
  await ask('desk', '看得见的人');
  assert.equal(
    (await rows('select id from @phone_unmasked where customer_id = $1', [jiang])).length,
    1,
    'who sees it anyway leaves no mark',
  );
});

/** A photo as a telephone makes it: its first signs say what it is, and it is longer than one chunk. */
const PHOTO = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from('\0\u0010JFIF\0'),
  Buffer.alloc(300_000, 7),
]);

async function photographed(customerId: string) {
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      id: newId<'ticket'>(world.clock.now()),
      kind: 'consultation',
      title: '墙面渗水',
      fields: { question: '停车' },
      channel: 'phone',
      customerId,
    }),
  );
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people.plumber,
    task: '上门查看',
  });
  await world.act('plumber', acceptWorkOrder, order.id, {});
  const keep = async (name: string) => (await world.act('plumber', storeFile, { name, bytes: PHOTO })).id;
  const photoIds = [await keep('before.jpg'), await keep('after.jpg')];
  const sent = await keep('sent-by-customer.jpg');
  await world.act('plumber', attachFiles, [sent], { type: 'ticket', id: ticket.id });
  const done = {
    findings: '管道老化',
    measures: '换管',
    minutes: 30,
    signedBy: '施先生',
    photoIds,
    signatureId: await keep('signature.png'),
  };
  await world.act('plumber', finishWorkOrder, order.id, doneInput.parse(done));
  return { ticketId: ticket.id, orderId: order.id };
}

const filesOf = async (ids: string[]) =>
  (await rows('select count(*)::int as n from @file where subject_id = any($1)', [ids]))[0].n;

test('photos and signatures go by the age of their closed ticket, with all their bytes; that it was signed and done stays', async () => {
  const shi = await add('施先生', '13812340020');
  const old = await photographed(shi);
  const open = await photographed(shi);
  const held = await photographed(await add('张女士', '13812340021'));
  for (const { ticketId } of [old, held])
    await world.act('desk', cancelTicket, ticketId, { reason: '住户撤回' } as never);
  await desk.send('admin', 'POST', '/legal-holds', {
    id: newId<'legal_hold'>(world.clock.now()),
    type: 'ticket',
    subjectId: held.ticketId,
    why: '索赔',
    until: null,
  });
  const all = (one: { ticketId: string; orderId: string }) => filesOf([one.ticketId, one.orderId]);
  assert.equal(await all(old), 4);
  const chunks = async () => (await rows('select count(*)::int as n from @file_chunk'))[0].n;
  const before = await chunks();
  world.clock.advance(91 * DAY);
  await set('files', 90);
  await night();
  assert.equal(await all(old), 0, 'older than ninety days');
  assert.deepEqual([await all(open), await all(held)], [4, 4]);
  assert.equal(before - (await chunks()), 8, 'two chunks each');
  const [order] = await rows('select signature_id, done_at, findings from @work_order where id = $1', [old.orderId]);
  assert.deepEqual([order.signature_id, order.findings, order.done_at !== null], [null, '管道老化', true]);
  assert.deepEqual(
    (await lastRun()).gone.map((one: { key: string; n: number }) => [one.key, one.n]),
    [['files', 4]],
  );
  await set('files', null);
});

test('half-typed work left lying goes by its age, and what was touched since stays', async () => {
  const write = (subject: string) => world.act('desk', keepDraft, subject, '写了一半');
  await write('intake-old');
  world.clock.advance(8 * DAY);
  await write('intake-new');
  await set('drafts', 7);
  await night();
  const left = await rows("select subject from @draft where subject like 'intake-%'");
  assert.deepEqual(left, [{ subject: 'intake-new' }]);
  await set('drafts', null);
});

test('a run stopped between two batches keeps what the first took, and leaves the rest to the next night', async () => {
  world.clock.advance(200 * DAY);
  await set('contact_words', 180);
  await night();
  await set('contact_words', null);
  const he = await add('何先生', '13812340022');
  for (let i = 0; i < 3; i += 1) await touch(he, `第${i}件`);
  const template = (await rows("select * from @contact where need = '第0件'"))[0];
  const columns = Object.keys(template).filter((one) => one !== 'id');
  await rows(
    `insert into @contact (id, ${columns.join(', ')}) select gen_random_uuid(), ${columns.join(', ')} from @contact, generate_series(1, 520) where need = '第0件'`,
  );
  world.clock.advance(200 * DAY);
  await set('contact_words', 180);
  const batch = async () => {
    await rows("delete from @outbox where task = 'privacy.forget'");
    await world.act(null, forgetByAge);
  };
  const left = async () => (await rows("select count(*)::int as n from @contact where need like '第%件'"))[0].n;
  await batch();
  assert.equal(await left(), 23, 'five hundred in one transaction');
  const run = await lastRun();
  assert.deepEqual([run.endedAt, run.gone[0].n], [null, 500]);
  assert.equal((await desk.send('admin', 'POST', `/retention/runs/${run.id}/cancel`)).status, 200);
  await batch();
  assert.equal(await left(), 23, 'it went no further');
  const stopped = await lastRun();
  assert.deepEqual([stopped.id, stopped.endedAt !== null, stopped.gone[0].n], [run.id, true, 500]);
  await night();
  assert.equal(await left(), 0, 'the next night goes on');
  assert.notEqual((await lastRun()).id, run.id);
  await set('contact_words', null);
});

test('a rule that fails is undone and left for the night; the others go on, and the next night it is tried again', async () => {
  const lu = await add('吕女士', '13812340023');
  const id = await matter(lu, '不能清除');
  await touch(lu, '可以清除');
  world.clock.advance(400 * DAY);
  await rows(`create function @refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
  await rows(`create trigger refuse before update on @note for each row execute function @refuse()`);
  await set('ticket_texts', 365);
  await set('contact_words', 180);
  await night();
  const failed = await lastRun();
  assert.deepEqual(
    [failed.failed, failed.gone.map((one: { key: string }) => one.key), failed.endedAt !== null],
    [['ticket_texts'], ['contact_words'], true],
  );
  const title = async () => (await rows('select title from @ticket where id = $1', [id]))[0].title;
  assert.equal(await title(), '不能清除', 'what the failed batch had done is undone');
  await rows('drop trigger refuse on @note');
  await night();
  assert.equal(await title(), '—');
  assert.deepEqual((await lastRun()).failed, []);
  await set('ticket_texts', null);
  await set('contact_words', null);
});

test('a run that the job runner gave up is planned anew as a node starts, and only where a rule is on', async () => {
  const planned = async () => (await rows("select handed_at from @outbox where task = 'privacy.forget'")).length;
  await rows("delete from @outbox where task = 'privacy.forget'");
  await world.act(null, resumeForgetting);
  assert.equal(await planned(), 0, 'no rule is on');
  await set('drafts', 30);
  await rows("update @outbox set handed_at = $1 where task = 'privacy.forget'", [world.clock.now()]);
  world.clock.advance(8 * DAY);
  await world.act(null, resumeForgetting);
  await world.act(null, resumeForgetting);
  const waiting = await rows("select handed_at from @outbox where task = 'privacy.forget'");
  assert.deepEqual(waiting, [{ handed_at: null }], 'once');
  await set('drafts', null);
});

test('the manager sees what is kept how long and holds a customer back, but changes no rule', async () => {
  const hua = await add('华先生', '13812340024');
  assert.equal((await desk.get('manager', `/customers/${hua}`)).body.can.hold, null);
  assert.equal((await desk.get('desk', `/customers/${hua}`)).body.can.hold.code, 'right.missing');
  const hold = {
    id: newId<'legal_hold'>(world.clock.now()),
    type: 'customer',
    subjectId: hua,
    why: '投诉',
    until: null,
  };
  assert.equal((await desk.send('manager', 'POST', '/legal-holds', hold)).status, 201);
  const [rule] = (await desk.get('manager', '/retention')).body.items;
  assert.equal(rule.can.change.code, 'right.out_of_scope');
  const all = (await desk.get('admin', '/retention/runs?limit=200')).body.items;
  const { startedAt } = all[0];
  const of = async (query: string) => (await desk.get('admin', `/retention/runs?limit=200&${query}`)).body.items;
  assert.equal(
    (await of(`until=${startedAt}`)).length,
    all.filter((run: { startedAt: string }) => run.startedAt < startedAt).length,
  );
  assert.ok((await of(`from=${startedAt}`)).every((run: { startedAt: string }) => run.startedAt >= startedAt));
  const file = await desk.take('admin', 'GET', `/retention/runs.csv?from=${startedAt}`);
  assert.equal(file.headers['cache-control'], 'no-store');
  const [head, ...lines] = file.bytes.toString().trim().split('\r\n');
  assert.match(head!, /started,ended,stopped_by,rule,days,count,oldest,newest,failed$/);
  assert.ok(lines.length > 0 && lines.every((line) => line.slice(0, 24) >= startedAt));
  const [left] = await rows(
    `select list, format, rows, narrowed from @list_taken_out order by started_at desc limit 1`,
  );
  assert.deepEqual(left, { list: 'retention', format: 'csv', rows: lines.length, narrowed: { from: startedAt } });
  assert.equal((await desk.take('desk', 'GET', '/retention/runs.csv')).status, 403);
  assert.equal((await desk.get('manager', '/retention/runs')).body.items[0].can.cancel.code, 'right.out_of_scope');
  assert.equal((await desk.send('manager', 'POST', `/legal-holds/${hold.id}/lift`)).status, 200);
});
