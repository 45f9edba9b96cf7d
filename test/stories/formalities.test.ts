import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { centrePage } from '../../src/entry/centre-page.ts';
import { readCase } from '../../src/entry/cases.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { fileRoutes } from '../../src/platform/files/routes.ts';
import { domainRoutes } from '../../src/routes.ts';
import { maySee } from '../../src/ticket/may-see.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { clocksAbout, hire, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Formalities of owners and users: what is brought, who looks, who decides, and the paper that is numbered and registered. */

let world: World;
let desk: Desk;
let permits: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, [
    ...domainRoutes,
    ...fileRoutes({ database: world.database, maySee, largest: 1_000_000 }),
  ]);
  permits = await hire(world, 'permits', 'permits_keys_assistant');
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo, fill } = doorsOf(() => desk);
type Line = Record<string, any>;
type Ticket = Id<'ticket'>;

const page = (id: Ticket, who: PersonKey = 'supervisor') => read(who, `/tickets/${id}`);
const papers = async (id: Ticket, who: PersonKey = 'supervisor'): Promise<Line[]> =>
  (await read(who, `/tickets/${id}/papers`))['items'];
const paperOf = async (id: Ticket, key: string) => (await papers(id)).find((one) => one['key'] === key)!;
const look = (who: PersonKey, id: Ticket, paper: string, state = 'in_order', over: object = {}) =>
  post(who, `/tickets/${id}/papers`, { looks: [{ paper, state, ...over }] });
const give = (who: PersonKey, id: Ticket, approval: string, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', ...over });
const owed = async (id: Ticket, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const stageOf = async (id: Ticket) => (await page(id))['stage'].key;
const issue = (who: PersonKey, ticketId: Ticket, kind: string, over: object = {}) =>
  post(who, '/custody/issued', { ticketId, kind, ...over });
const register = async (query: string): Promise<Line[]> =>
  (await read('supervisor', `/custody/issued?${query}`))['items'];
const asSeenByCustomer = (id: Ticket) =>
  world.ask('desk', readCase, { ticket_id: null, customer_id: world.customers.chen }, id);

async function opens(who: PersonKey, kind: string, fields: object, over: object = {}): Promise<Ticket> {
  const id = newId<'ticket'>(world.clock.now());
  const { status, body } = await desk.send(who, 'POST', '/tickets', {
    id,
    kind,
    title: '办理手续',
    channel: 'counter',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields,
    ...over,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return id;
}

/** Refused without any one of what is asked for as it is taken in. */
async function needsAll(kind: string, fields: Record<string, unknown>): Promise<void> {
  for (const missing of Object.keys(fields)) {
    const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== missing));
    const matter = { kind, title: '办理手续', channel: 'counter', customerId: world.customers.chen };
    const sent = { ...matter, placeId: world.places.flat1202, fields: rest };
    const { body } = await desk.send('assistant', 'POST', '/tickets', sent);
    // what hangs on a choice that is not made is not asked yet
    assert.ok(['field.missing', 'field.not_asked'].includes(body['code']), `${kind} ${missing}: ${body['code']}`);
  }
}

/** Everything that must be brought is found in order. */
async function bring(who: PersonKey, id: Ticket): Promise<void> {
  const looks = (await papers(id)).map(({ key, pieces }) => ({ paper: key, state: 'in_order', pieces }));
  assert.equal(await post(who, `/tickets/${id}/papers`, { looks }), 'done');
}

/** Prepared by the permits and keys assistant, decided by the supervisor. */
async function approved(id: Ticket, fields: object = {}): Promise<void> {
  await bring(permits, id);
  assert.equal(await give(permits, id, 'formality_preparation', { fields }), 'done');
  assert.equal(await give('supervisor', id, 'formality_decision'), 'done');
}

const SIGN = { formality: 'shop_sign', purpose: '更换门头招牌' };

test('a management formality lists what to bring, before it is opened and on it, at the counter and to the customer; each paper has its state, and by whom and when it was looked at [PASS-05]', async () => {
  const offered = (await read(permits, '/kinds'))['items'].find((one: Line) => one['key'] === 'management_formality');
  const goods = offered.papers.find((one: Line) => one['key'] === 'goods_list');
  assert.deepEqual([goods.form, goods.when], ['filled_in', { field: 'formality', is: 'goods_out' }]);

  await needsAll('management_formality', SIGN);
  const id = await opens(permits, 'management_formality', SIGN);
  const asked = await papers(id);
  assert.deepEqual(
    asked.map(({ key, form, pieces, state, lacking }) => [key, form, pieces, state, lacking]),
    [
      ['application_form', 'filled_in', 1, null, true],
      ['identity', 'original', 1, null, true],
      ['sign_drawing', 'copy', 1, null, true],
      ['licence', 'copy', 1, null, true],
    ],
    'those of a shop sign, and no others',
  );
  assert.deepEqual((await page(id))['papers'], { asked: 4, lacking: 4 });

  for (const who of ['supervisor', 'desk', 'cashier', 'manager'] as const)
    assert.equal(await look(who, id, 'identity'), 'formality.not_checker', who);
  assert.equal((await read('supervisor', `/tickets/${id}/papers`))['can'].look.code, 'formality.not_checker');
  assert.equal((await read(permits, `/tickets/${id}/papers`))['can'].look, null);
  assert.equal(await look(permits, id, 'passport'), 'formality.paper_unknown');
  assert.equal(await look(permits, id, 'dog_licence'), 'formality.paper_not_asked');
  assert.equal(await look(permits, id, 'licence', 'not_in_order'), 'formality.why');

  assert.equal(await look(permits, id, 'licence', 'brought'), 'done');
  wait(world, 60);
  assert.equal(await look('assistant', id, 'licence', 'not_in_order', { remark: '已过期' }), 'done');
  wait(world, 60);
  assert.equal(await look(permits, id, 'licence'), 'done');
  const licence = await paperOf(id, 'licence');
  assert.deepEqual(
    licence['looks'].map((one: Line) => [one['state'], one['remark'], one['by'].name]),
    [
      ['brought', '', 'permits先生'],
      ['not_in_order', '已过期', '吕助理'],
      ['in_order', '', 'permits先生'],
    ],
    'the former looks stay',
  );
  assert.ok(licence['looks'][0].at < licence['looks'][1].at);
  assert.deepEqual([licence['state'], licence['lacking']], ['in_order', false]);
  await assert.rejects(
    world.read((tx) =>
      tx.updateTable('ticket_paper').set({ state: 'in_order' }).where('state', '=', 'brought').execute(),
    ),
    /read-only|never changed/,
  );

  assert.equal(await look(permits, id, 'sign_drawing', 'not_in_order', { remark: '未标尺寸' }), 'done');
  const seen = await asSeenByCustomer(id);
  assert.deepEqual(
    seen.papers.map(({ key, state, why }) => [key, state, why]),
    [
      ['application_form', null, ''],
      ['identity', null, ''],
      ['sign_drawing', 'not_in_order', '未标尺寸'],
      ['licence', 'in_order', ''],
    ],
  );
  const { kinds } = await world.ask('desk', centrePage);
  const open = kinds.find((one) => one.key === 'management_formality')!;
  assert.ok(
    open['papers'].some((one: Line) => one['key'] === 'identity'),
    'told on the page before he comes',
  );
  const events = (await read('supervisor', `/tickets/${id}/timeline`))['items'] as Line[];
  assert.equal(events.filter((one) => one['type'] === 'ticket.papers_looked_at').length, 4);
});

test('the assistant prepares once all papers are in order, the supervisor decides, each in time and nobody in another’s place; what was decided on stays [PASS-05]', async () => {
  world.at('2026-09-08T09:00+08:00');
  const id = await opens(permits, 'management_formality', SIGN);
  const clock = await owed(id, 'approve_formality_preparation');
  assert.deepEqual(
    [clock.owner_id, clock.due_at],
    [world.people.assistant, '2026-09-09T01:00:00.000Z'],
    'within a day',
  );
  assert.equal(await give(permits, id, 'formality_preparation'), 'formality.paper_missing');
  const shown = (await page(id, permits))['approvals'].find((one: Line) => one['key'] === 'formality_preparation');
  assert.equal(shown.can.decide.code, 'formality.paper_missing', 'the screen says so');
  await bring(permits, id);
  assert.equal(await look('assistant', id, 'identity', 'brought'), 'done');
  assert.equal(await give(permits, id, 'formality_preparation'), 'formality.paper_not_in_order');
  assert.equal(await look('assistant', id, 'identity'), 'done');
  for (const who of ['supervisor', 'desk', 'manager', 'maintenance'] as const)
    assert.equal(await give(who, id, 'formality_preparation'), 'ticket.not_approver', who);
  assert.equal(
    await give('supervisor', id, 'formality_decision'),
    'ticket.approval_missing',
    'nothing is prepared yet',
  );
  assert.equal(await give(permits, id, 'formality_preparation'), 'done');
  assert.equal(await stageOf(id), 'prepared');

  wait(world);
  assert.ok((await told(world, 'supervisor')).some((one) => one.type === 'ticket.to_approve' && one.ticket?.id === id));
  for (const who of [permits, 'assistant', 'desk', 'manager'] as const)
    assert.equal(await give(who, id, 'formality_decision'), 'ticket.not_approver', who);
  const no = { verdict: 'refused', words: '身份证与业主姓名不符' };
  assert.equal(await give('supervisor', id, 'formality_decision', no), 'done');
  assert.equal(await stageOf(id), 'prepared', 'it goes on waiting');
  assert.equal(await look(permits, id, 'identity', 'not_in_order', { remark: '姓名不符' }), 'done');
  assert.equal(await post(permits, `/tickets/${id}/approvals/ask`), 'done');
  assert.equal(await give('supervisor', id, 'formality_decision'), 'formality.paper_not_in_order', 'looked at again');
  assert.equal(await look(permits, id, 'identity'), 'done');
  await world.until('2026-09-10T18:00+08:00');
  assert.equal((await owed(id, 'approve_formality_decision')).state, 'running');
  assert.equal(await give('supervisor', id, 'formality_decision'), 'done');
  assert.equal((await owed(id, 'approve_formality_decision')).outcome, 'late', 'a day was the limit');
  assert.equal(await stageOf(id), 'approved');
  const { decisions } = (await page(id))['approvals'].find((one: Line) => one['key'] === 'formality_decision');
  assert.deepEqual(
    decisions.map((one: Line) => [one['verdict'], one['words'], one['by'].name]),
    [
      ['refused', '身份证与业主姓名不符', '何主管'],
      ['approved', '', '何主管'],
    ],
  );
  assert.equal(await look(permits, id, 'identity', 'brought'), 'formality.decided');
});

test('the paper issued is numbered by the house and registered: once an application, on an approved one only, by whoever keeps papers [PASS-05]', async () => {
  world.at('2026-09-11T09:00+08:00');
  const id = await opens(permits, 'management_formality', { formality: 'residence', purpose: '子女入学' });
  assert.equal(await issue(permits, id, 'management_paper'), 'custody.not_approved');
  await approved(id);
  const settle = () => post(permits, `/tickets/${id}/resolve`, { outcome: '已出具居住证明' });
  assert.equal(await settle(), 'custody.none_issued');
  assert.equal(await issue('guard', id, 'management_paper'), 'right.missing');
  assert.equal(await issue(permits, id, 'owner_certificate'), 'custody.not_asked_for');
  assert.equal(await issue(permits, id, 'management_paper', { number: '自编' }), 'custody.numbered_here');
  const issuable = await read(permits, `/tickets/${id}/issuable`);
  assert.deepEqual(
    [issuable['items'].map((one: Line) => [one['kind'].key, one['numbered'], one['out']]), issuable['can'].issue],
    [[['management_paper', true, null]], null],
  );
  const paper = { id: newId<'custody_item'>(world.clock.now()), label: '居住证明：陈先生', remark: '交本人' };
  const first = await desk.send(permits, 'POST', '/custody/issued', {
    ticketId: id,
    kind: 'management_paper',
    ...paper,
  });
  assert.deepEqual([first.status, first.body['number']], [201, 'SX-2026-001']);
  const again = await desk.send(permits, 'POST', '/custody/issued', {
    ticketId: id,
    kind: 'management_paper',
    ...paper,
  });
  assert.deepEqual([again.status, again.body['number']], [201, 'SX-2026-001'], 'the same id issues nothing twice');
  assert.equal(await issue(permits, id, 'management_paper'), 'custody.issued_already');
  assert.equal(await settle(), 'done');

  const other = await opens('assistant', 'management_formality', SIGN, {
    customerId: world.customers.lin,
    placeId: world.places.flat1102,
  });
  await approved(other);
  wait(world, 60);
  assert.equal(await issue('assistant', other, 'management_paper'), 'done');
  const all = await register('kind=management_paper');
  assert.deepEqual(
    all.map(({ number, applicant, place, state }) => [number, applicant, place.code, state]),
    [
      ['SX-2026-002', '林女士', '3-1102', 'valid'],
      ['SX-2026-001', '陈先生', '3-1202', 'valid'],
    ],
    'the newest first',
  );
  const [line] = await register(`ticket=${id}`);
  assert.deepEqual(
    [line!['papers'].map((one: Line) => one['zh-hans']), line!['issuedBy'].name, line!['issuedAt'], line!['ticket'].id],
    [['办理申请表', '身份证', '产权证或购房合同', '租赁合同'], 'permits先生', '2026-09-11T01:00:00.000Z', id],
  );
  for (const [query, n] of [
    [`customer=${world.customers.lin}`, 1],
    [`place=${world.places.flat1202}`, 1],
    ['text=居住证明', 1],
    ['from=2026-09-12T00:00:00.000Z', 0],
    ['until=2026-09-11T00:00:00.000Z', 0],
    ['state=withdrawn', 0],
  ] as const)
    assert.equal((await register(`kind=management_paper&${query}`)).length, n, query);
  assert.equal(await refusedTo('guard', '/custody/issued'), 'right.missing');

  const wrong = (await register(`ticket=${other}`))[0]!;
  const { seq } = (await read(permits, `/custody/${wrong['item']}`))['entries'].at(-1);
  assert.equal(await post(permits, `/custody/${wrong['item']}/correct`, { seq, reason: '发错' }), 'done');
  assert.deepEqual(await register(`ticket=${other}`), [], 'taken back: it was not issued');
  assert.equal(await issue('assistant', other, 'management_paper'), 'done');
  assert.equal((await register(`ticket=${other}`))[0]!['number'], 'SX-2026-003', 'no number is given twice');
});

test('owner’s, household and decoration certificates are applied for with their own papers, and each is issued on its own application only; the register says applicant, unit, papers shown, number, issue, expiry and withdrawal [PASS-04]', async () => {
  world.at('2026-09-14T09:00+08:00');
  const keys = async (id: Ticket) => (await papers(id)).map(({ key }) => key);
  const owner = await opens(permits, 'certificate', { certificate: 'owner', asked_as: 'new', holder: '陈先生' });
  assert.deepEqual(await keys(owner), ['application_form', 'identity', 'title_deed']);
  const household = await opens(permits, 'certificate', {
    certificate: 'household',
    asked_as: 'replacement',
    holder: '陈太太',
    residents: 3,
  });
  assert.deepEqual(await keys(household), [
    'application_form',
    'identity',
    'lease',
    'residents_identity',
    'photos',
    'loss_statement',
  ]);
  const decoration = await opens(permits, 'certificate', {
    certificate: 'decoration',
    asked_as: 'new',
    holder: '匠心装饰',
  });
  assert.deepEqual(await keys(decoration), ['application_form', 'identity', 'renovation_permission']);

  await approved(owner);
  assert.equal(await issue(permits, owner, 'household_certificate'), 'custody.not_asked_for', 'another certificate');
  assert.equal(await issue(permits, owner, 'owner_certificate'), 'done');

  await bring(permits, household);
  assert.equal(await look(permits, household, 'residents_identity', 'in_order', { pieces: 2 }), 'done');
  assert.equal(
    await give(permits, household, 'formality_preparation'),
    'formality.pieces_missing',
    'two copies for three',
  );
  assert.equal(await look(permits, household, 'residents_identity', 'in_order', { pieces: 3 }), 'done');
  assert.equal(await look(permits, household, 'lease', 'not_in_order', { remark: '非租户' }), 'done');
  assert.equal(
    await give(permits, household, 'formality_preparation'),
    'done',
    'nothing waits for what is good to have',
  );
  assert.equal(await give('supervisor', household, 'formality_decision'), 'done');
  assert.equal(await issue(permits, household, 'household_certificate'), 'done');

  await bring(permits, decoration);
  assert.equal(await give(permits, decoration, 'formality_preparation'), 'ticket.field_missing', 'until when');
  const until = { valid_until: '2026-10-14' };
  assert.equal(await give(permits, decoration, 'formality_preparation', { fields: until }), 'done');
  assert.equal(await give('supervisor', decoration, 'formality_decision'), 'done');
  assert.equal(await issue(permits, decoration, 'decoration_certificate'), 'custody.until_when');
  assert.equal(await issue(permits, decoration, 'decoration_certificate', { validUntil: '2026-10-14' }), 'done');

  // by hand none goes out without its application either
  const spare = {
    kind: 'owner_certificate',
    number: 'YZ-1',
    label: '业主证',
    placeId: world.places.flat1202,
    customerId: world.customers.chen,
  };
  const { body } = await desk.send(permits, 'POST', '/custody', spare);
  const to = { kind: 'customer', id: world.customers.chen };
  const enter = (item: string, over: object) => post(permits, `/custody/${item}/entries`, over);
  assert.equal(await enter(body['id'], { act: 'issued', to }), 'custody.no_application');
  assert.equal(await enter(body['id'], { act: 'issued', to, ticketId: household }), 'custody.other_application');

  const line = async (ticket: Ticket) => (await register(`ticket=${ticket}`))[0]!;
  const facts = ({ number, applicant, place, issuedAt, validUntil, state, withdrawnAt }: Line) => [
    number,
    applicant,
    place.code,
    issuedAt,
    validUntil,
    state,
    withdrawnAt,
  ];
  const now = '2026-09-14T01:00:00.000Z';
  assert.deepEqual(facts(await line(owner)), ['YZ-2026-001', '陈先生', '3-1202', now, null, 'valid', null]);
  assert.deepEqual(facts(await line(decoration)), [
    'ZX-2026-001',
    '陈先生',
    '3-1202',
    now,
    '2026-10-14',
    'valid',
    null,
  ]);
  assert.deepEqual(
    (await line(household))['papers'].map((one: Line) => one['zh-hans']),
    ['办证申请表', '身份证', '居住人身份证复印件', '持证人照片', '遗失声明'],
    'what was sent back was not shown',
  );

  const { item } = await line(decoration);
  assert.equal(await enter(item, { act: 'renewed', validUntil: '2026-10-31' }), 'done');
  assert.equal((await line(decoration))['validUntil'], '2026-10-31');
  await world.until('2026-11-01T09:00+08:00');
  assert.equal((await line(decoration))['state'], 'expired');
  assert.equal((await clocksAbout(world, item)).findLast((one) => one.kind === 'custody_renew')!.state, 'running');
  assert.deepEqual(
    (await register('state=expired')).map((one) => one['number']),
    ['ZX-2026-001'],
  );
  assert.equal(await enter(item, { act: 'withdrawn', remark: '装修已完工' }), 'done');
  const back = await line(decoration);
  assert.deepEqual(
    [back['state'], back['withdrawnAt'], back['withdrawnBy'].name, back['withdrawnWhy']],
    ['withdrawn', '2026-11-01T01:00:00.000Z', 'permits先生', '装修已完工'],
  );
  assert.deepEqual(
    (await register('state=withdrawn')).map((one) => one['number']),
    ['ZX-2026-001'],
  );
  assert.deepEqual(
    (await register('kind=owner_certificate&state=valid')).map((one) => one['number']),
    ['YZ-2026-001'],
  );
  assert.equal((await clocksAbout(world, item)).findLast((one) => one.kind === 'custody_renew')!.outcome, 'late');
});

test('a unit is taken over or back and goes from owner to owner: papers by which way it goes, prepared and decided, then meters and keys, and a numbered statement for both [PASS-04]', async () => {
  world.at('2026-11-02T09:00+08:00');
  const keys = async (id: Ticket) => (await papers(id)).map(({ key }) => key);
  const over = await opens('assistant', 'unit_takeover', { direction: 'over', wanted_on: '2026-11-05' });
  assert.deepEqual(await keys(over), ['application_form', 'identity', 'takeover_notice', 'title_deed']);
  const back = await opens('assistant', 'unit_takeover', { direction: 'back', wanted_on: '2026-11-06' });
  assert.deepEqual(await keys(back), ['application_form', 'identity', 'lease', 'charges_settled']);
  await bring('assistant', back);
  assert.equal(await look('assistant', back, 'charges_settled', 'not_in_order', { remark: '尚欠水费' }), 'done');
  assert.equal(await give('assistant', back, 'formality_preparation'), 'formality.paper_not_in_order');
  assert.equal(await look('assistant', back, 'charges_settled'), 'done');
  assert.equal(await give('assistant', back, 'formality_preparation'), 'done');
  assert.equal(await give('assistant', back, 'formality_decision'), 'ticket.not_approver');
  assert.equal(await give('supervisor', back, 'formality_decision'), 'done');
  const settle = () => post('assistant', `/tickets/${back}/resolve`, { outcome: '房屋已收回' });
  assert.equal(await settle(), 'custody.none_issued');
  assert.equal(await issue('assistant', back, 'takeover_statement'), 'done');
  const found = {
    taken_on: '2026-11-06',
    water_reading: 231.5,
    electricity_reading: 4120,
    keys_taken: 3,
    condition: '完好',
  };
  for (const missing of Object.keys(found)) {
    const rest = Object.fromEntries(Object.entries({ ...found, [missing]: null }));
    assert.equal(await fill('assistant', back, rest), 'done');
    assert.equal(await settle(), 'ticket.field_missing', missing);
  }
  assert.equal(await fill('assistant', back, found), 'done');
  assert.equal(await settle(), 'done');
  assert.deepEqual(
    (await register(`ticket=${back}`)).map((one) => [one['number'], one['place'].code]),
    [['JJ-2026-001', '3-1202']],
  );

  const sale = await opens(permits, 'unit_transfer', { former_owner: '陈先生', new_owner: '孙女士', manner: 'sale' });
  assert.deepEqual(await keys(sale), [
    'application_form',
    'identity',
    'former_identity',
    'title_deed',
    'ground',
    'charges_settled',
    'covenant',
  ]);
  await bring(permits, sale);
  assert.equal(await give(permits, sale, 'formality_preparation'), 'ticket.field_missing', 'on which day');
  assert.equal(
    await give(permits, sale, 'formality_preparation', { fields: { transferred_on: '2026-11-02' } }),
    'done',
  );
  assert.equal(await give('supervisor', sale, 'formality_decision'), 'done');
  assert.equal(await issue(permits, sale, 'transfer_confirmation'), 'done');
  assert.deepEqual(
    (await register(`ticket=${sale}`)).map((one) => one['number']),
    ['GH-2026-001'],
  );
  const inherited = await opens(permits, 'unit_transfer', {
    former_owner: '陈',
    new_owner: '陈',
    manner: 'inheritance',
  });
  assert.ok(!(await keys(inherited)).includes('former_identity'), 'nobody to bring it');
  await needsAll('unit_transfer', { former_owner: '陈先生', new_owner: '孙女士', manner: 'sale' });
  await needsAll('unit_takeover', { direction: 'back', wanted_on: '2026-11-06' });
  await needsAll('certificate', { certificate: 'household', asked_as: 'new', holder: '陈太太', residents: 3 });
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

test('a renovation is applied for with the form, drawings with their explanation and a copy of each worker’s identity card: the drawings kept with it, and nothing is reviewed before all are there [RENO-01]', async () => {
  world.at('2026-11-03T09:00+08:00');
  const id = await opens('desk', 'renovation', {
    works_sort: 'kitchen_bath',
    works: '厨房改水电',
    starts_on: '2026-11-10',
    ends_on: '2026-12-10',
    contractor: '匠心装饰',
    foreman: '马工',
    workers: 3,
  });
  assert.deepEqual(
    (await papers(id)).map(({ key, form, pieces }) => [key, form, pieces]),
    [
      ['application_form', 'filled_in', 1],
      ['drawings', 'copy', 1],
      ['drawings_explained', 'filled_in', 1],
      ['identity_copies', 'copy', 3],
    ],
  );
  const check = (over: object = {}) => give('desk', id, 'spot_check', { fields: { rules_given: true }, ...over });
  assert.equal(await check(), 'formality.paper_missing');
  for (const who of ['maintenance', 'office', 'guard'] as const)
    assert.notEqual(await look(who, id, 'drawings'), 'done', who);

  const file = newId<'file'>(world.clock.now());
  const sent = await desk.take('desk', 'POST', `/files?id=${file}&name=drawings.pdf`, PDF);
  assert.equal(sent.status, 201, sent.bytes.toString());
  for (const paper of ['application_form', 'drawings_explained']) assert.equal(await look('desk', id, paper), 'done');
  assert.equal(await look('desk', id, 'drawings', 'in_order', { fileIds: [file] }), 'done');
  assert.equal(await look('desk', id, 'identity_copies', 'in_order', { pieces: 2 }), 'done');
  assert.equal(await check(), 'formality.pieces_missing', 'a worker without a copy');
  assert.equal(await fill('desk', id, { workers: 2 }), 'done');
  assert.equal((await paperOf(id, 'identity_copies'))['lacking'], false);
  assert.equal(await fill('desk', id, { workers: 3 }), 'done');
  assert.equal(await look('desk', id, 'identity_copies', 'in_order', { pieces: 3 }), 'done');
  const drawings = await paperOf(id, 'drawings');
  assert.deepEqual(drawings['looks'][0].files, [{ id: file, name: 'drawings.pdf' }]);
  assert.ok(
    (await page(id))['photos'].some((one: Line) => one['id'] === file),
    'whoever may see the matter sees them',
  );
  assert.equal(
    await give('maintenance', id, 'first_review', { fields: { load_bearing: false } }),
    'ticket.not_approver',
  );
  assert.equal(await check(), 'done');
  assert.equal(await look('desk', id, 'drawings', 'brought'), 'formality.decided');
});

test('an agency request for telephone, cable television or a periodical shows how the application stands, stage by stage, to the desk and to the tenant [AGCY-01]', async () => {
  world.at('2026-11-04T09:00+08:00');
  const magazine = { service: 'periodical', wish: 'begin', from_day: '2026-12-01' };
  const periodical = { ...magazine, periodical_sort: 'magazine', periodical_name: '读者', copies: 2 };
  await needsAll('agency_request', periodical);
  const paper = await opens('assistant', 'agency_request', periodical);
  assert.deepEqual(
    (await papers(paper)).map(({ key }) => key),
    ['application_form', 'identity', 'licence'],
  );
  const tv = await opens('assistant', 'agency_request', {
    service: 'cable_tv',
    wish: 'change',
    from_day: '2026-11-20',
  });
  const line = await opens('assistant', 'agency_request', {
    service: 'telephone',
    wish: 'begin',
    from_day: '2026-11-10',
  });
  assert.deepEqual(
    (await papers(line)).map(({ key }) => key),
    ['application_form', 'identity', 'lease', 'licence'],
  );

  const move = (stage: string, id = line) => post('assistant', `/tickets/${id}/stage`, { stage });
  assert.equal(await move('ready'), 'ticket.approval_missing');
  assert.equal(await give('assistant', line, 'agency_papers'), 'formality.paper_missing');
  await bring('assistant', line);
  assert.equal(await give('cashier', line, 'agency_papers'), 'ticket.not_approver');
  assert.equal(await give('assistant', line, 'agency_papers'), 'done');
  assert.equal(await stageOf(line), 'ready');
  const wait2 = { provider: '中国电信', applied_on: '2026-11-04' };
  assert.equal(await move('applied'), 'ticket.field_missing', 'with whom');
  assert.equal(await fill('assistant', line, wait2), 'done');
  assert.equal(await move('applied'), 'done');
  assert.equal((await asSeenByCustomer(line)).stage['zh-hans'], '已向服务商申请');
  assert.equal(await move('rejected'), 'ticket.field_missing', 'why');
  assert.equal(await fill('assistant', line, { turned_down_because: '端口不足' }), 'done');
  assert.equal(await move('rejected'), 'done');
  assert.equal((await asSeenByCustomer(line)).stage['zh-hans'], '服务商未受理');
  assert.equal(await move('applied'), 'done', 'applied for anew');
  assert.equal(await move('accepted'), 'ticket.field_missing');
  assert.equal(await fill('assistant', line, { provider_number: 'DX-778', expected_on: '2026-11-09' }), 'done');
  assert.equal(await move('accepted'), 'done');
  assert.equal(await post('guard', `/tickets/${line}/stage`, { stage: 'applied' }), 'right.out_of_scope');
  const settle = (fields: object) => post('assistant', `/tickets/${line}/resolve`, { outcome: '电话已开通', fields });
  assert.equal(await settle({}), 'ticket.field_missing');
  assert.equal(await settle({ provided: true }), 'ticket.field_missing', 'since when');
  await world.until('2026-11-12T09:00+08:00');
  const complete = await owed(line, 'complete');
  assert.equal(complete.due_at, '2026-11-11T01:00:00.000Z', 'seven days of reception');
  assert.equal(await settle({ provided: true, in_service_on: '2026-11-09' }), 'done');
  assert.equal((await owed(line, 'complete')).outcome, 'late', 'no provider holds the clock');

  const list = async (query: string) =>
    (await read('supervisor', `/tickets?kind=agency_request&${query}`))['items'] as Line[];
  assert.deepEqual((await list('state=all')).map((one) => one['id']).toSorted(), [paper, tv, line].toSorted());
  const own = (await list('')).find((one) => one['id'] === paper)!['fields'] as Line[];
  assert.deepEqual((await list('stage=received')).map((one) => one['id']).toSorted(), [paper, tv].toSorted());
  assert.deepEqual(
    (await list('choice=service:cable_tv')).map((one) => one['id']),
    [tv],
  );
  assert.equal(own.find((one) => one['key'] === 'periodical_name')!['value'], '读者', 'it reads as a register');
});
