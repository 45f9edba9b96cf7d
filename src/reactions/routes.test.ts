import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { mend, settle, takeInMatter, visitsOf, wait } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { notificationRoutes } from '../notification/routes.ts';
import { rectificationRoutes } from '../rectification/routes.ts';
import { returnVisitRoutes } from '../return-visit/routes.ts';
import { ticketRoutes } from '../ticket/routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T10:00+08:00' });
  desk = await deskOf(world, [...returnVisitRoutes, ...rectificationRoutes, ...notificationRoutes, ...ticketRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function dueVisit(): Promise<string> {
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  return (await visitsOf(world, ticket.id))[0]!.id;
}

const NOWHERE = '01900000-0000-7000-8000-000000000000';

test('a visit over HTTP: listed, tried, made, its notice issued, its slip signed, on record', async () => {
  const id = await dueVisit();
  const due = await desk.get('desk', '/return-visits?limit=5');
  assert.deepEqual([due.status, due.body['items'][0].id, due.body['items'][0].can.make], [200, id, null]);
  const tried = await desk.send('desk', 'POST', `/return-visits/${id}/attempts`, { channel: 'phone', note: '占线' });
  assert.deepEqual([tried.status, tried.body['version']], [200, 2]);
  const stale = await desk.send('desk', 'POST', `/return-visits/${id}/attempts`, { version: 1 });
  assert.deepEqual([stale.status, stale.body['code']], [409, 'stale']);
  const answers = { reachedWhom: '陈先生', satisfaction: 3, opinion: '请再检查阀门', fault: { findings: '阀门渗水' } };
  assert.equal((await desk.send('desk', 'POST', `/return-visits/${id}/make`, answers)).status, 200);
  const notice = await desk.send('desk', 'POST', `/return-visits/${id}/notice`, {});
  assert.equal(notice.status, 201);
  const unsigned = await desk.get('maintenance', '/return-visits/unsigned?mine=true');
  assert.deepEqual([unsigned.status, unsigned.body['items'][0].fault], [200, '阀门渗水']);
  const signed = await desk.send('maintenance', 'POST', `/return-visits/${id}/sign`, { resultTold: '已告知下周更换' });
  assert.equal(signed.status, 200);
  const page = await desk.get('maintenance', `/return-visits/${id}`);
  assert.deepEqual(
    [page.body['state'], page.body['notice'].id, page.body['signedBy'].name, page.body['can'].sign.code],
    ['made', notice.body['noticeId'], '赵主管', 'return_visit.already_signed'],
  );
  const record = await desk.get('manager', '/return-visits/record?state=made&fault=true');
  assert.deepEqual(
    record.body['items'].map((one: { id: string }) => one.id),
    [id],
  );
  const none = await desk.send('desk', 'POST', `/return-visits/${await dueVisit()}/decline`, { who: '陈先生' });
  assert.equal(none.status, 200);
});

test('a notice over HTTP: issued, signed for, answered, rejected, answered again, verified; another withdrawn', async () => {
  const department = world.departments['cleaning_greening'];
  const issued = await desk.send('supervisor', 'POST', '/notices', {
    departmentId: department,
    findings: '楼道未清扫',
  });
  assert.equal(issued.status, 201);
  const path = `/notices/${issued.body['id']}`;
  assert.equal((await desk.send('cleaning', 'POST', `${path}/receive`, {})).status, 200);
  assert.equal((await desk.send('cleaning', 'POST', `${path}/reply`, { measures: '已安排' })).status, 200);
  const reasonless = await desk.send('supervisor', 'POST', `${path}/verify`, { accepted: false });
  assert.equal(reasonless.status, 422);
  assert.equal(
    (await desk.send('supervisor', 'POST', `${path}/verify`, { accepted: false, reason: '未见效果' })).status,
    200,
  );
  assert.equal((await desk.send('cleaning', 'POST', `${path}/reply`, { measures: '已清扫' })).status, 200);
  assert.equal((await desk.send('manager', 'POST', `${path}/verify`, { accepted: true })).status, 200);
  const page = await desk.get('cleaning', path);
  assert.deepEqual(
    [page.body['state'], page.body['rejected'].length, page.body['can'].reply.code],
    ['verified', 1, 'notice.verified'],
  );
  const other = await desk.send('supervisor', 'POST', '/notices', { departmentId: department, findings: '误发' });
  assert.equal(
    (await desk.send('supervisor', 'POST', `/notices/${other.body['id']}/withdraw`, { reason: '误发' })).status,
    200,
  );
  const ended = await desk.get('supervisor', '/notices?state=ended');
  assert.ok(ended.body['items'].length >= 2);
  const finding = { departmentId: department, text: '垃圾桶未盖', way: 'corrected_on_the_spot' };
  assert.equal((await desk.send('supervisor', 'POST', '/findings', finding)).status, 201);
  assert.equal((await desk.get('manager', '/findings?way=corrected_on_the_spot')).body['items'].length, 1);
});

test('messages over HTTP: listed, read, acknowledged', async () => {
  const ticket = await takeInMatter(world, 'complaint', { severity: 'major' });
  wait(world);
  const list = await desk.get('deputy', '/notifications?unread=true');
  const one = list.body['items'].find((item: { ticket: { id: string } | null }) => item.ticket?.id === ticket.id);
  assert.deepEqual([list.status, one.type, one.acknowledgement], [200, 'ticket.severity_raised', 'wanted']);
  assert.equal((await desk.send('deputy', 'POST', `/notifications/${one.id}/read`, {})).status, 200);
  assert.equal((await desk.send('deputy', 'POST', `/notifications/${one.id}/acknowledge`, {})).status, 200);
  assert.equal((await desk.send('deputy', 'POST', '/notifications/read', {})).status, 200);
  assert.equal((await desk.send('desk', 'POST', `/notifications/${one.id}/read`, {})).status, 404, "another's");
});

test('what is not there, not allowed, or makes no sense gets a code and changes nothing', async () => {
  const id = await dueVisit();
  const make = { reachedWhom: '陈先生', satisfaction: 5 };
  const department = world.departments['engineering'];
  const notice = await desk.send('supervisor', 'POST', '/notices', { departmentId: department, findings: '测试' });
  const cases: [
    who: Parameters<Desk['get']>[0],
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    status: number,
  ][] = [
    ['plumber', 'GET', '/return-visits', undefined, 403],
    ['plumber', 'POST', `/return-visits/${id}/make`, make, 403],
    ['desk', 'POST', `/return-visits/${id}/sign`, { resultTold: '' }, 403],
    ['captain', 'POST', `/notices/${notice.body['id']}/receive`, {}, 403],
    ['lift', 'GET', `/notices/${notice.body['id']}`, undefined, 403],
    ['desk', 'POST', '/notices', { departmentId: department, findings: 'x' }, 403],
    ['desk', 'POST', `/return-visits/${NOWHERE}/make`, make, 404],
    ['desk', 'GET', `/return-visits/${NOWHERE}`, undefined, 404],
    ['supervisor', 'GET', `/notices/${NOWHERE}`, undefined, 404],
    ['supervisor', 'POST', '/notices', { departmentId: NOWHERE, findings: 'x' }, 404],
    ['supervisor', 'POST', '/notices', { commitmentId: NOWHERE, findings: 'x' }, 404],
    ['desk', 'POST', `/return-visits/${id}/make`, { ...make, satisfaction: 9 }, 422],
    ['desk', 'POST', `/return-visits/${id}/make`, { ...make, nonsense: true }, 422],
    ['desk', 'POST', `/return-visits/${id}/make`, { ...make, happenedAt: '2030-01-01T00:00:00Z' }, 422],
    ['desk', 'POST', `/return-visits/${id}/make`, { ...make, fault: { findings: 'x', departmentId: NOWHERE } }, 422],
    ['desk', 'POST', `/return-visits/${id}/make`, { ...make, demands: [{ kind: 'nothing', title: 'x' }] }, 404],
    [
      'supervisor',
      'POST',
      '/notices',
      { departmentId: department, findings: 'x', deadlineAt: '2020-01-01T00:00:00Z' },
      422,
    ],
    ['supervisor', 'POST', '/notices', { findings: 'x' }, 422],
    ['supervisor', 'POST', '/notices', { departmentId: department, findings: 'x', workOrderId: NOWHERE }, 404],
    ['desk', 'GET', '/return-visits?after=bm9uc2Vuc2U', undefined, 422],
    ['desk', 'GET', '/return-visits/not-an-id', undefined, 422],
    ['desk', 'GET', '/notifications?limit=9999', undefined, 422],
  ];
  for (const [who, method, path, body, status] of cases) {
    const answer =
      method === 'GET' ? await desk.get(who, path) : await desk.send(who, method, path, body as object | undefined);
    assert.deepEqual(
      [answer.status, typeof answer.body['code']],
      [status, 'string'],
      `${who} ${method} ${path} ${JSON.stringify(body)} ${JSON.stringify(answer.body)}`,
    );
  }
  const visit = await world.read((tx) =>
    tx
      .selectFrom('return_visit')
      .selectAll()
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual([visit.state, visit.attempts], ['due', 0]);
});
