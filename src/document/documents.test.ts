import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { clocksAbout, hire, takeInMatter, told, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { exchangeRoutes } from '../exchange/routes.ts';
import { newId } from '../kernel/id.ts';
import { liaisonRoutes } from '../liaison/routes.ts';
import { changePart } from '../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import { storeFile } from '../platform/files/store-file.ts';
import { namesOfThings } from '../report/thing-names.ts';
import { actorOf } from '../organisation/queries.ts';
import { eraseNames } from '../platform/erase-names.ts';
import { ticketRoutes } from '../ticket/routes.ts';
import { numberOf, yearsLater } from './document.ts';
import { documentRoutes } from './routes.ts';
import { maySeeDocument } from './scope.ts';

let world: World;
let desk: Desk;
let keeper: PersonKey;
let clerk: PersonKey;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...documentRoutes, ...liaisonRoutes, ...exchangeRoutes, ...ticketRoutes]);
  keeper = await hire(world, 'xing', 'administration_supervisor');
  clerk = await hire(world, 'dang', 'document_keeper');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;

const get = async (who: PersonKey, path: string): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const send = async (who: PersonKey, method: 'POST' | 'PUT', path: string, body: object = {}) => {
  const answer = await desk.send(who, method, path, body);
  return answer.body['code'] ?? answer.body['id'] ?? answer.status;
};
const document = (id: string, who: PersonKey = 'manager') => get(who, `/documents/${id}`);
const listed = async (query: string, who: PersonKey = 'manager') =>
  (await get(who, `/documents${query}`))['items'].map((one: Body) => one['id']);

const NOTICE = { kind: 'notice', class: 'administrative', subject: '国庆期间值班安排', text: '前台每班两人。' };
const draft = (who: PersonKey, over: object = {}) => send(who, 'POST', '/documents', { ...NOTICE, ...over });
const review = (who: PersonKey, id: string, post = 'centre_manager') =>
  send(who, 'POST', `/documents/${id}/review`, { postId: world.posts[post] });
const decide = (who: PersonKey, id: string, approved = true, remark = '') =>
  send(who, 'POST', `/documents/${id}/decision`, { approved, remark });

let final: string;

test('numbers count up by kind and year, letters say which way; years are added by the calendar', () => {
  assert.equal(numberOf('TZ', 'draft', 2026, 3), 'TZ-2026-003');
  assert.equal(numberOf('GH', 'in', 2026, 12), 'GHI-2026-012');
  assert.equal(numberOf('GH', 'out', 2026, 1000), 'GHO-2026-1000');
  assert.equal(yearsLater('2026-09-28', 5), '2031-09-28');
  assert.equal(yearsLater('2028-02-29', 5), '2033-02-28');
  assert.equal(yearsLater('2028-02-29', 4), '2032-02-29');
});

test('staff draft a document, pass it to the post that reviews it, and have it back; every wording stays readable [DOCS-01]', async () => {
  assert.equal(await draft('plumber'), 'right.missing');
  assert.equal(await draft('desk', { subject: ' ' }), 'input.malformed');
  assert.equal(await draft('desk', { text: '' }), 'document.empty');
  assert.equal(await draft('desk', { kind: 'letter' }), 'document.kind_unknown');
  assert.equal(await draft('desk', { class: 'attic' }), 'document.class_unknown');
  final = await draft('desk');
  assert.equal((await desk.get('manager', `/documents/${final}`)).status, 404, 'a draft is its author’s');
  assert.equal(await review('desk', final, 'front_desk_clerk'), 'document.post_reviews_none');
  assert.equal(await review('desk', final), 200);
  wait(world);
  assert.ok((await told(world, 'manager')).some((one) => one.type === 'document.to_review'));
  assert.equal((await clocksAbout(world, final))[0]!.kind, 'review_document');
  assert.equal(await decide('supervisor', final), 'document.not_reviewer', 'it was passed to another post');
  assert.equal(await decide('maintenance', final), 'document.unknown');
  assert.equal(await decide('manager', final, false), 'document.remark_missing');
  assert.equal(await decide('manager', final, false, '写明起止日期'), 200);
  wait(world);
  assert.ok((await told(world, 'desk')).some((one) => one.type === 'document.decided'));
  const seen = (await document(final, 'desk'))['version'];
  const change = { ...NOTICE, text: '10月1日至8日，前台每班两人。' };
  assert.equal(await send('desk2', 'PUT', `/documents/${final}`, { seen, ...change }), 'document.unknown');
  assert.equal(await send('desk', 'PUT', `/documents/${final}`, { seen, ...change }), 200);
  assert.equal(await send('desk', 'PUT', `/documents/${final}`, { seen, ...change }), 'stale');
  assert.deepEqual(
    (await document(final, 'desk'))['former'].map((one: Body) => one['before']),
    [{ text: '前台每班两人。' }],
  );
});

test('approved it has number and date and is never changed again; a newer one takes its place [DOCS-01]', async () => {
  assert.equal(await review('desk', final), 200);
  assert.equal(await decide('desk', final), 'right.missing');
  assert.equal(await decide('manager', final), 200);
  const one = await document(final);
  assert.deepEqual(
    [one['number'], one['dated'], one['state'], one['intact'], one['sha256'].length],
    ['TZ-2026-001', '2026-09-28', 'approved', true, 64],
  );
  assert.deepEqual(
    one['reviews'].map((row: Body) => [row['decision'], row['remark'], row['decidedBy'].name]),
    [
      ['sent_back', '写明起止日期', '许经理'],
      ['approved', '', '许经理'],
    ],
  );
  assert.equal(
    await send('desk', 'PUT', `/documents/${final}`, { seen: one['version'], ...NOTICE }),
    'document.not_draft',
  );
  const rewrite = (change: string) =>
    world.act(null, (context) => sql`update document set ${sql.raw(change)} where id = ${final}`.execute(context.tx));
  for (const change of ["text = '改'", "number = 'TZ-2026-009'", "dated = '2026-01-01'", 'sha256 = null'])
    await assert.rejects(rewrite(change), /an approved document is not changed/);

  const own = await draft('manager', { subject: '经理自拟' });
  await review('manager', own);
  assert.equal(await decide('manager', own), 'document.own_review', 'nobody approves what he wrote himself');
  assert.equal(await send('manager', 'POST', `/documents/${own}/withdraw`), 200);

  const newer = await draft('desk', { supersedesId: final, subject: '国庆期间值班安排（修订）' });
  assert.equal(await draft('desk', { supersedesId: final }), 'document.superseded');
  await review('desk', newer);
  await decide('manager', newer);
  assert.equal((await document(newer))['number'], 'TZ-2026-002');
  assert.equal((await document(final))['supersededBy'].id, newer);
  assert.equal((await document(final))['superseded'], true);
});

test('one register has number, subject, person, date, state and where the paper lies, by period and by each of them [DOCS-02]', async () => {
  const paper = {
    kind: 'material',
    class: 'department',
    subject: '前台资料汇编',
    personId: world.people.desk,
    dated: '2026-09-01',
  };
  const file = (who: PersonKey, over: object = {}) =>
    send(who, 'POST', '/papers', { ...paper, liesAt: '档案柜 2-3', ...over });
  assert.equal(await file('manager'), 'right.missing');
  assert.equal(await file(keeper), 'document.not_keeper', 'it is another owner’s class');
  assert.equal(await file(clerk, { liesAt: '' }), 'input.malformed');
  assert.equal(await file(clerk, { dated: '2026-12-01' }), 'happened.in_future');
  const filed = await file(clerk);
  assert.equal(await send(clerk, 'POST', `/documents/${final}/file`, { liesAt: '柜 1' }), 'document.unknown');
  assert.equal(await send(keeper, 'POST', `/documents/${final}/file`, { liesAt: '行政柜 1-1' }), 200);
  assert.equal(await send(keeper, 'POST', `/documents/${final}/file`, { liesAt: '行政柜 1-2' }), 200);
  const line = (await get('manager', '/documents?text=值班安排&state=filed'))['items'][0];
  assert.deepEqual(
    [line.number, line.subject, line.person.name, line.dated, line.state, line.liesAt, line.keepUntil],
    ['TZ-2026-001', '国庆期间值班安排', '王前台', '2026-09-28', 'filed', '行政柜 1-2', '2036-09-28'],
  );
  assert.equal((await document(final))['former'].at(-1).before.lies_at, '行政柜 1-1', 'where it lay stays readable');
  assert.equal((await document(final))['intact'], true, 'where it lies is not what was approved');
  assert.deepEqual(await listed('?way=paper'), [filed]);
  assert.deepEqual(await listed(`?person=${world.people.desk}&class=department`), [filed]);
  assert.deepEqual(await listed('?kind=notice&state=filed&year=2026'), [final]);
  assert.deepEqual(await listed('?from=2026-10-01T00:00:00Z'), []);
  assert.deepEqual(await listed('?kind=material&until=2026-10-01T00:00:00Z'), [filed]);

  const lend = (who: PersonKey) =>
    send(who, 'POST', `/documents/${filed}/lend`, {
      toId: world.people.assistant,
      why: '核对资料',
      dueAt: '2026-09-30T17:00:00+08:00',
    });
  assert.equal(await lend('manager'), 'right.missing');
  assert.equal(await lend(keeper), 'document.not_keeper', 'nor does the owner of another class');
  assert.equal(await lend(clerk), 200);
  assert.equal(await lend(clerk), 'document.is_lent');
  assert.deepEqual(await listed('?lent=true'), [filed]);
  assert.equal((await clocksAbout(world, filed)).at(-1)!.owner_id, world.people.assistant);
  assert.equal(await send(clerk, 'POST', `/documents/${filed}/return`), 200);
  assert.equal((await clocksAbout(world, filed)).at(-1)!.outcome, 'kept');
  assert.equal(await send(clerk, 'POST', `/documents/${filed}/destroy`, { why: '期满' }), 'document.kept_until');
});

test('letters are filed by kind, year and counterpart; one that needs an answer stays owed until it is filed with it [DOCS-03]', async () => {
  const letter = {
    way: 'in',
    kind: 'liaison_letter',
    class: 'department',
    subject: '请协助核对装修垃圾清运费',
    counterpart: '财务部',
    personId: world.people.supervisor,
    dated: '2026-09-27',
  };
  const register = (over: object = {}, who: PersonKey = 'desk') =>
    send(who, 'POST', '/letters', { ...letter, ...over });
  assert.equal(await register({ counterpart: '' }), 'input.malformed');
  assert.equal(await register({ answerBy: '2026-09-01T00:00:00Z' }), 'promise.in_past');
  const plain = await register();
  const asks = await register({
    answerBy: '2026-09-30T17:00:00+08:00',
    subject: '请答复停水通知时间',
    counterpart: '自来水公司',
  });
  const one = await document(asks, 'supervisor');
  assert.deepEqual([one['number'], one['state'], one['counterpart']], ['GTI-2026-002', 'open', '自来水公司']);
  const [owed] = await clocksAbout(world, asks);
  assert.deepEqual([owed!.kind, owed!.owner_id], ['answer_letter', world.people.supervisor]);
  const put = (id: string) => send(clerk, 'POST', `/documents/${id}/file`, { liesAt: '往来函件盒 9' });
  assert.equal(await put(plain), 200);
  assert.equal(await put(asks), 'document.answer_missing');
  assert.equal(
    await register({ answersId: plain }, 'supervisor'),
    'document.answers_no_letter',
    'an answer goes the other way',
  );
  const answer = await register(
    { way: 'out', answersId: asks, subject: '复函：9月30日停水', counterpart: '自来水公司' },
    'supervisor',
  );
  assert.equal((await clocksAbout(world, asks))[0]!.outcome, null, 'answered it is still to be filed');
  world.at('2026-09-30T16:00+08:00');
  assert.equal(await put(asks), 200);
  assert.equal((await clocksAbout(world, asks))[0]!.outcome, 'kept');
  assert.equal((await document(asks, 'supervisor'))['answeredBy'].id, answer);
  assert.deepEqual((await listed('?counterpart=自来水')).toSorted(), [answer, asks].toSorted());
  assert.deepEqual(await listed('?kind=liaison_letter&way=in&year=2026&counterpart=财务部'), [plain]);
  const late = await register({ answerBy: '2026-10-09T17:00:00+08:00' });
  await world.until('2026-10-13T09:00+08:00');
  assert.equal((await document(late))['late'], true);
  assert.ok(
    (await told(world, 'manager')).some((note) => note.params['kind'] === 'answer_letter'),
    'told upward',
  );
});

const SECRET: PersonKey[] = ['leader', 'deputy', 'office', 'manager', 'service_head', 'supervisor', 'desk', 'cashier'];

test('personnel and wage archives are under one owner, who alone files, lends and reads them, whatever the rights of others [DOCS-04]', async () => {
  const wage = {
    kind: 'wage_list',
    class: 'wages',
    subject: '九月工资表',
    personId: world.people.cashier,
    dated: '2026-09-30',
    liesAt: '保险柜',
  };
  for (const who of SECRET) assert.match(String(await send(who, 'POST', '/papers', wage)), /^right\.missing$/);
  assert.equal(await send(clerk, 'POST', '/papers', wage), 'document.not_keeper');
  const fileId = newId<'file'>(world.clock.now());
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
  await world.act(keeper, storeFile, { id: fileId, name: '工资.pdf', bytes: pdf });
  const secret = await send(keeper, 'POST', '/papers', { ...wage, fileIds: [fileId] });
  assert.deepEqual(await listed('?class=wages', keeper), [secret]);

  const sees = (who: PersonKey) =>
    world.read(async (tx) =>
      maySeeDocument(tx, (await actorOf(tx, world.people[who], world.clock.now()))!, { id: secret }),
    );
  assert.equal(await sees(keeper), true);
  for (const who of [...SECRET, clerk]) {
    assert.deepEqual(await listed('', who).then((ids: string[]) => ids.includes(secret)), false, who);
    assert.deepEqual(await listed('?text=工资', who), [], who);
    assert.equal((await desk.get(who, `/documents/${secret}`)).status, 404, who);
    assert.equal(await sees(who), false, `${who} reads no file of it`);
  }
  assert.equal(
    (await desk.get('admin', '/documents')).status,
    403,
    'who keeps people and settings reads no documents at all',
  );
  assert.equal(await sees('admin'), false);
  // other ways to a document: an answer, a newer version, what is owed on it, what is taken out
  assert.equal(await draft('manager', { supersedesId: secret }), 'document.unknown');
  const answers = {
    way: 'out',
    kind: 'letter',
    class: 'department',
    subject: '复',
    counterpart: '银行',
    answersId: secret,
  };
  const named = { ...answers, personId: world.people.desk, dated: '2026-10-10' };
  assert.equal(await send('manager', 'POST', '/letters', named), 'document.unknown');
  assert.equal(
    await send(clerk, 'POST', `/documents/${secret}/lend`, {
      toId: world.people.desk,
      why: '看',
      dueAt: '2026-10-20T00:00:00Z',
    }),
    'document.unknown',
  );
  const things = [{ subject_type: 'document', subject_id: secret }];
  const names = await world.ask('manager', namesOfThings, things as never);
  assert.equal(names.get(secret)!.title ?? null, null, 'lists of what is owed do not say what it is');
  const out = async (who: PersonKey) =>
    (
      await desk.take(who, 'POST', '/lists/documents/take-out', {
        id: newId<'list_taken_out'>(world.clock.now()),
        format: 'csv',
        query: {},
      })
    ).bytes.toString();
  assert.ok((await out(keeper)).includes('九月工资表'));
  assert.ok(!(await out('manager')).includes('九月工资表'));
  assert.ok((await out('manager')).includes('国庆期间值班安排'), 'the rest of the register goes out');

  // a draft is its author's and its reviewer's until it is approved; then its author reads it no more
  const personnel = await draft('manager', { kind: 'personnel_file', class: 'personnel', subject: '拟调岗意见' });
  assert.equal((await desk.get('deputy', `/documents/${personnel}`)).status, 404);
  await review('manager', personnel, 'office_head');
  assert.equal((await document(personnel, 'office'))['subject'], '拟调岗意见');
  await decide('office', personnel);
  for (const who of ['manager', 'office'] as const)
    assert.equal((await desk.get(who, `/documents/${personnel}`)).status, 404, who);
  assert.equal((await document(personnel, keeper))['number'], 'RS-2026-001');

  // another owner of the class: it follows at once, and the former reads it no more
  await world.act('manager', async (context) => {
    const { version, settings } = await settingsVersionOf(context);
    const archiveClasses = settings.archiveClasses!.map((one) =>
      one.key === 'wages' ? { ...one, owner: 'document_keeper' } : one,
    );
    await changePart(context, { archiveClasses }, { seen: version, why: '归口调整' });
  });
  assert.deepEqual(await listed('?class=wages', clerk), [secret]);
  assert.deepEqual(await listed('?class=wages', keeper), []);
  await world.act(null, (context) =>
    sql`update document set keep_until = '2026-10-01' where id = ${secret}`.execute(context.tx),
  );
  assert.deepEqual(await listed('?over=true', clerk), [secret]);
  assert.equal(await send(clerk, 'POST', `/documents/${secret}/destroy`, { why: '期满销毁' }), 200);
  assert.equal((await document(secret, clerk))['state'], 'destroyed');
});

test('erasing a name goes through an approved document too, which then says that it is not as it was', async () => {
  const pattern = '前台每班';
  await world.act(null, (context) => eraseNames(context.tx, { table: 'document', texts: ['text'] }, pattern));
  assert.equal((await document(final))['intact'], false);
});

let body: string;
let matter: string;

test('a public body is kept with contacts and a dated log; each dealing says who is in charge and the next step by a day [EXTR-01] [EXTR-08]', async () => {
  const office = {
    kind: 'street_office',
    name: '翠竹街道办事处',
    phone: '0755-25500000',
    personId: world.people.supervisor,
  };
  assert.equal(await send('plumber', 'POST', '/liaison-bodies', office), 'right.missing');
  assert.equal(await send('desk', 'POST', '/liaison-bodies', { ...office, name: '' }), 'input.malformed');
  assert.equal(await send('desk', 'POST', '/liaison-bodies', { ...office, kind: 'moon' }), 'liaison.kind_unknown');
  body = await send('desk', 'POST', '/liaison-bodies', office);
  const contactId = await send('desk', 'POST', `/liaison-bodies/${body}/contacts`, {
    name: '罗科长',
    position: '城管科',
  });
  const begin = {
    subject: '夜市占道整治',
    dealing: { way: 'visit', contactId, said: '请街道夜间派人巡查' },
    next: { step: '电话确认巡查时间', by: '2026-10-15T17:00:00+08:00' },
  };
  assert.equal(
    await send('desk', 'POST', `/liaison-bodies/${body}/matters`, { ...begin, next: undefined }),
    'input.malformed',
  );
  matter = await send('desk', 'POST', `/liaison-bodies/${body}/matters`, begin);
  const [owed] = await clocksAbout(world, matter);
  assert.deepEqual(
    [owed!.kind, owed!.owner_id, owed!.due_at],
    ['liaison_step', world.people.supervisor, '2026-10-15T09:00:00.000Z'],
  );
  const deal = (over: object) =>
    send('supervisor', 'POST', `/liaison-matters/${matter}/dealings`, { way: 'phone', said: '周五晚巡查', ...over });
  wait(world);
  assert.equal(await deal({}), 'liaison.next_or_done');
  assert.equal(await deal({ next: { step: '现场配合', by: '2026-10-16T20:00:00+08:00' } }), 201);
  const one = await get('manager', `/liaison-matters/${matter}`);
  assert.deepEqual(
    [
      one['person'].name,
      one['nextStep'],
      one['dealings'].map((row: Body) => [row['said'], row['contact'], row['by'].name]),
    ],
    [
      '何主管',
      '现场配合',
      [
        ['周五晚巡查', null, '何主管'],
        ['请街道夜间派人巡查', '罗科长', '王前台'],
      ],
    ],
  );
  assert.equal(one['former'].at(-1).before.next_step, '电话确认巡查时间');
  assert.equal((await clocksAbout(world, matter))[0]!.outcome, 'kept');
  const changed = { seen: one['version'], subject: one['subject'], personId: world.people.assistant };
  assert.equal(
    await send('supervisor', 'PUT', `/liaison-matters/${matter}`, {
      ...changed,
      next: { step: '现场配合', by: '2026-10-17T20:00:00+08:00' },
    }),
    200,
  );
  assert.equal(
    (await clocksAbout(world, matter)).find(({ settled_at }) => settled_at === null)!.owner_id,
    world.people.assistant,
  );
  await world.until('2026-10-20T09:00+08:00');
  assert.equal((await get('manager', '/liaison-matters?late=true'))['items'][0].id, matter);
  assert.ok(
    (await told(world, 'manager')).some((note) => note.params['kind'] === 'liaison_step'),
    'told upward',
  );
  assert.equal(await deal({ done: { outcome: '占道已清' } }), 201);
  assert.equal(await deal({ done: { outcome: '再来' } }), 'liaison.closed');
  const found = async (query: string, who: PersonKey = 'manager') =>
    (await get(who, `/liaison-dealings${query}`))['items'].length;
  assert.deepEqual(
    [await found(`?body=${body}`), await found('?way=visit'), await found('?kind=police'), await found('', 'plumber')],
    [3, 1, 0, 0],
  );
  assert.equal(await found('?from=2026-10-14T00:00:00Z'), 1);
});

test('an outage is dealt with with the power bureau from its ticket: linked both ways, and on its timeline [EXTR-02]', async () => {
  const bureau = { kind: 'power_bureau', name: '罗湖供电局', personId: world.people.desk };
  const id = await send('desk', 'POST', '/liaison-bodies', bureau);
  const ticket = await takeInMatter(world, 'repair_public', { title: '3栋停电' });
  const begin = {
    subject: '3栋停电报修',
    ticketId: ticket.id,
    next: { step: '问修复时间', by: '2026-10-20T18:00:00+08:00' },
  };
  const about = await send('desk', 'POST', `/liaison-bodies/${id}/matters`, {
    ...begin,
    dealing: { way: 'phone', said: '已派抢修车' },
  });
  const linked = await get('desk', `/liaison-matters?ticket=${ticket.id}`);
  assert.deepEqual(
    linked['items'].map((one: Body) => [one['id'], one['ticket'].number, one['body'].name]),
    [[about, ticket.number, '罗湖供电局']],
  );
  const types = (await world.events({ ticketId: ticket.id })).map((one) => one.type);
  assert.ok(types.includes('liaison_matter.opened') && types.includes('liaison_matter.dealt'));
  const unseen = { ...begin, ticketId: newId<'ticket'>(world.clock.now()) };
  assert.equal(await send('desk', 'POST', `/liaison-bodies/${id}/matters`, unseen), 'ticket.unknown');
  assert.equal(
    await send(keeper, 'POST', `/liaison-bodies/${id}/matters`, begin),
    'right.missing',
    'who sees no tickets links none',
  );
});

test('with those of the trade an exchange is planned, contact is owed at an interval, and what was learned is kept [EXTR-03]', async () => {
  const peer = { kind: 'peer', name: '万家物业', personId: world.people.manager, every: 'month' };
  const id = await send('manager', 'POST', '/liaison-bodies', peer);
  const [touch] = await clocksAbout(world, id);
  assert.deepEqual(
    [touch!.kind, touch!.owner_id, touch!.due_at.slice(0, 10)],
    ['keep_contact', world.people.manager, '2026-11-19'],
  );
  const planned = await send('manager', 'POST', `/liaison-bodies/${id}/matters`, {
    subject: '垃圾分类经验交流',
    next: { step: '到访交流', by: '2026-10-28T17:00:00+08:00' },
  });
  world.at('2026-10-27T10:00+08:00');
  const end = (lesson: string) =>
    send('manager', 'POST', `/liaison-matters/${planned}/dealings`, {
      way: 'visit',
      said: '参观其分类点',
      done: { outcome: '交流完成', lesson },
    });
  assert.equal(await end(''), 'liaison.lesson_missing');
  assert.equal(await end('定时投放，桶边有人'), 201);
  assert.equal((await get('manager', `/liaison-matters/${planned}`))['lesson'], '定时投放，桶边有人');
  const touches = await clocksAbout(world, id);
  assert.deepEqual(
    touches.map((one) => one.outcome),
    ['kept', null],
    'the next is owed from then on',
  );
  assert.equal((await get('manager', `/liaison-bodies/${id}`))['touchBy'].slice(0, 10), '2026-11-26');
});

test('open matters stand with each firm that built the place, and are followed to the end [EXTR-04]', async () => {
  const firm = { kind: 'builder', name: '宏建施工', personId: world.people.maintenance };
  const id = await send('maintenance', 'POST', '/liaison-bodies', firm);
  const open = (subject: string) =>
    send('maintenance', 'POST', `/liaison-bodies/${id}/matters`, {
      subject,
      next: { step: '进场维修', by: '2026-11-10T17:00:00+08:00' },
    });
  const [leak, crack] = [await open('交付后屋面渗漏'), await open('外墙开裂')];
  const seen = await get('manager', `/liaison-bodies/${id}`);
  assert.deepEqual([seen['openMatters'], seen['nextBy']], [2, '2026-11-10T09:00:00.000Z']);
  const input = { kind: 'builder', name: '宏建施工', personId: world.people.maintenance, seen: seen['version'] };
  assert.equal(
    await send('maintenance', 'PUT', `/liaison-bodies/${id}`, { ...input, ended: true }),
    'liaison.matters_open',
  );
  const done = { way: 'received', said: '已重做防水', done: { outcome: '验收合格' } };
  assert.equal(await send('maintenance', 'POST', `/liaison-matters/${leak}/dealings`, done), 201);
  const stand = async (query: string) =>
    (await get('manager', `/liaison-matters?body=${id}${query}`))['items'].map((one: Body) => one['id']);
  assert.deepEqual([await stand('&open=true'), await stand('&open=false')], [[crack], [leak]]);
});
