import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { DAY } from '../../src/kernel/time.ts';
import { listAmendments } from '../../src/knowledge/amendments.ts';
import { REVIEW_DAYS } from '../../src/knowledge/article.ts';
import { decideAmendment, proposeAmendment } from '../../src/knowledge/commands/amend.ts';
import { confirmArticle } from '../../src/knowledge/commands/confirm-article.ts';
import { confirmReading } from '../../src/knowledge/commands/confirm-reading.ts';
import { retireArticle } from '../../src/knowledge/commands/retire-article.ts';
import { setReviewDays } from '../../src/knowledge/commands/set-review-days.ts';
import { setTest, takeTest } from '../../src/knowledge/commands/take-test.ts';
import { citeArticle, giveArticleFeedback, useArticle } from '../../src/knowledge/commands/use-article.ts';
import { addArticle, reviseArticle } from '../../src/knowledge/commands/write-article.ts';
import * as inputs from '../../src/knowledge/inputs.ts';
import { listArticles } from '../../src/knowledge/list.ts';
import { articlePage, articleVersions } from '../../src/knowledge/page.ts';
import { publicArticle, publicArticles } from '../../src/knowledge/public.ts';
import { listReadings } from '../../src/knowledge/readings.ts';
import { listReviews } from '../../src/knowledge/reviews.ts';
import { suggestArticles } from '../../src/knowledge/suggest.ts';
import { listTests, testOf } from '../../src/knowledge/tests.ts';
import { articleOfTicket } from '../../src/knowledge/ticket-article.ts';
import { moveCommitments } from '../../src/commitment/commands/move-commitments.ts';
import { owedByMe } from '../../src/report/owed-by-me.ts';
import { eraseCustomer } from '../../src/customer/commands/erase-customer.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { leaveInput } from '../../src/organisation/inputs.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { resolveInput } from '../../src/ticket/inputs.ts';
import { answerInput } from '../../src/ticket/inputs-words.ts';
import { nobody } from '../../src/organisation/can.ts';
import { clocksAbout, hire, takeInMatter, typesTold, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

type Given = Parameters<typeof inputs.addArticleInput.parse>[0] & object;
const hans = (text: string) => ({ 'zh-hans': text });
const guide = { sort: 'guide', title: hans('水表旁阀门'), body: hans('漏水时先关闭水表旁的阀门。') };
const facts = (over: Given = {}) => inputs.addArticleInput.parse({ ...guide, ...over });
const write = (who: PersonKey, over: Given = {}) => world.act(who, addArticle, facts(over));
const revise = (who: PersonKey, id: Id<'article'>, version: number, over: Given = {}) =>
  world.act(who, reviseArticle, id, inputs.reviseArticleInput.parse({ ...guide, version, why: '补充说明', ...over }));
const read = (who: PersonKey, id: Id<'article'>) => world.ask(who, articlePage, id);
const search = async (who: PersonKey, ask: object) =>
  (await world.ask(who, listArticles, inputs.articlesQuery.parse(ask))).items.map(({ id }) => id);
const code = (code: string) => ({ code });

test('who may write writes, revises and retires; an article shows its versions and when it was last confirmed right [KNOW-01]', async () => {
  await assert.rejects(write('desk'), code('right.missing'), 'the desk reads');
  await assert.rejects(write('supervisor', { body: hans('') }), code('article.incomplete'));
  await assert.rejects(write('supervisor', { title: { en: 'In English only' } }), code('article.incomplete'));
  const id = await write('supervisor');
  assert.equal(await read('desk', id).then((one) => one.version), 1);
  world.clock.advance(DAY);
  await assert.rejects(revise('supervisor', id, 2), code('stale'));
  await revise('supervisor', id, 1, { body: hans('漏水时先关闭水表旁的阀门，再打前台电话。') });
  const versions = (await world.ask('desk', articleVersions, id)).items;
  assert.deepEqual(
    versions.map(({ version, by, why }) => [version, by?.name, why]),
    [
      [2, '何主管', '补充说明'],
      [1, '何主管', null],
    ],
  );
  assert.equal(versions[1]!.body['zh-hans'], '漏水时先关闭水表旁的阀门。', 'what it said before stays');
  assert.deepEqual(await search('desk', { q: '水表' }), [id]);
  await assert.rejects(world.act('desk', retireArticle, id, { version: 2, retired: true }), code('right.missing'));
  await world.act('supervisor', retireArticle, id, { version: 2, retired: true });
  assert.deepEqual(await search('desk', { q: '水表' }), [], 'retired it is found no more');
  assert.equal((await read('desk', id)).retiredBy?.name, '何主管', 'and is not gone');
  assert.deepEqual(await search('supervisor', { state: 'retired' }), [id]);
  await assert.rejects(revise('supervisor', id, 2), code('article.retired'));
  await world.act('supervisor', retireArticle, id, { version: 2, retired: false });
  assert.deepEqual(await search('desk', { q: '水表' }), [id]);
});

test('a product sheet is found by its title before what mentions it, narrowed by sort and audience, page by page [KNOW-02]', async () => {
  const sheet = (title: string, body: string, over: Given = {}) =>
    write('manager', { sort: 'product', title: hans(title), body: hans(body), ...over });
  const mentions = await sheet('停车月卡', '办理停车月卡可同时申请充电桩。');
  world.clock.advance(60_000);
  const called = await sheet('充电桩套餐', '慢充每月 80 元，快充按度计费。', {
    audience: 'public',
    title: { 'zh-hans': '充电桩套餐', en: 'Charging point' },
  });
  world.clock.advance(60_000);
  const newer = await sheet('地下车库指引', '充电桩位于 B2 层。', { sort: 'guide' });
  assert.deepEqual(await search('desk', { q: '充电桩' }), [called, newer, mentions]);
  assert.deepEqual(await search('desk', { q: 'charging' }), [called], 'in each of its languages');
  assert.deepEqual(await search('desk', { q: '充电桩', sort: 'product' }), [called, mentions]);
  assert.deepEqual(await search('desk', { q: '充电桩', audience: 'public' }), [called]);
  const pages: string[] = [];
  let after: string | null | undefined = undefined;
  do {
    const asked: object = { q: '充电桩', limit: 1, ...(after ? { after } : {}) };
    const found = await world.ask('desk', listArticles, inputs.articlesQuery.parse(asked));
    pages.push(...found.items.map(({ id }) => id));
    after = found.next;
  } while (after);
  assert.deepEqual(pages, [called, newer, mentions]);
});

test('policy, work guides and service items are kept with source and date of force, and an answer cites them [KNOW-03]', async () => {
  const law = {
    sort: 'policy',
    audience: 'public',
    title: hans('装饰装修管理办法'),
    body: hans('防渗漏保修期为五年。'),
    source: '建设部令第110号',
    inForceOn: '2002-05-01',
  };
  for (const sort of ['policy', 'work_guide', 'service']) {
    await assert.rejects(write('manager', { ...law, sort, source: '' }), code('article.incomplete'));
    await assert.rejects(write('manager', { ...law, sort, inForceOn: null }), code('article.incomplete'));
    await write('manager', { ...law, sort, audience: 'staff', title: hans(`样本 ${sort}`) });
  }
  const id = await write('manager', law);
  const ticket = await takeInMatter(world, 'consultation', {
    title: '装修',
    fields: { question: '装修防渗漏保修几年' },
  });
  const beside = await world.ask('desk', suggestArticles, ticket.id);
  assert.equal(beside.items[0]!.id, id);
  assert.deepEqual([beside.items[0]!.source, beside.items[0]!.inForceOn], ['建设部令第110号', '2002-05-01']);
  const cited = await world.act('desk', citeArticle, id, inputs.citeInput.parse({ ticketId: ticket.id }));
  assert.equal(cited.text, '根据《装饰装修管理办法》（建设部令第110号，自 2002-05-01 起施行）：\n防渗漏保修期为五年。');
  assert.equal(cited.page, `c/articles/${id}`, 'what customers may read has an address for them');
  await world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: cited.text }));
  const english = await world.act('desk', citeArticle, id, inputs.citeInput.parse({ language: 'en' }));
  assert.match(english.text, /建设部令第110号, in force since 2002-05-01/);
  assert.deepEqual([(await read('desk', id)).used, (await read('desk', id)).cited], [2, 2]);
});

test('staff propose to amend the house rules, each proposal is decided, and a version carries what was adopted [KNOW-04]', async () => {
  const rules = { sort: 'rules', title: hans('管理公约'), body: hans('22:00 后保持安静。') };
  await assert.rejects(write('supervisor', rules), code('right.missing'), 'the rules are for whoever may publish');
  const id = await write('manager', rules);
  const other = await write('supervisor', { title: hans('开水间在哪里'), body: hans('B1 层。') });
  const proposal = { proposed: '21:00 后保持安静。', why: '业主多次反映' };
  await assert.rejects(world.act('guard', proposeAmendment, other, proposal), code('article.no_rules'));
  const first = await world.act('guard', proposeAmendment, id, proposal);
  const second = await world.act('desk', proposeAmendment, id, { ...proposal, proposed: '全天保持安静。' });
  wait(world);
  assert.ok((await typesTold(world, 'manager')).includes('article.amendment_proposed'));
  const [owed] = await clocksAbout(world, first);
  assert.equal(owed!.owner_id, world.people.manager, 'whoever owns the rules owes the decision');
  await assert.rejects(
    world.act('supervisor', decideAmendment, first, { decision: 'adopted', answer: '采纳' }),
    code('right.missing'),
  );
  await world.act('manager', decideAmendment, first, { decision: 'adopted', answer: '下一版写入' });
  await world.act('manager', decideAmendment, second, { decision: 'declined', answer: '无法执行' });
  await assert.rejects(
    world.act('manager', decideAmendment, first, { decision: 'declined', answer: '改了主意' }),
    code('article.amendment_decided'),
  );
  wait(world);
  assert.ok((await typesTold(world, 'guard')).includes('article.amendment_decided'));
  const carry = (amendments: string[]) =>
    revise('manager', id, 1, { ...rules, body: hans('21:00 后保持安静。'), amendments } as Given);
  await assert.rejects(carry([second]), code('article.amendment_not_adopted'));
  await carry([first]);
  const all = (await world.ask('guard', listAmendments, inputs.amendmentsQuery.parse({ state: 'decided' }))).items;
  assert.deepEqual(
    all.map(({ id: one, decision, carriedIn }) => [one, decision, carriedIn]).toSorted(),
    [
      [first, 'adopted', 2],
      [second, 'declined', null],
    ].toSorted(),
  );
});

test('rules and processes have versions and review dates; one that no longer fits opens a revision, owed until a version carries it [RULE-01]', async () => {
  for (const sort of ['rules', 'process'] as const) {
    const id = await write('manager', { sort, title: hans(`装修登记 ${sort}`), body: hans('先登记，后进场。') });
    const first = await read('guard', id);
    assert.equal(first.version, 1);
    assert.ok(first.reviewBy! > world.clock.now(), 'when it is looked at again stands there');
    const amendment = await world.act('guard', proposeAmendment, id, { proposed: '先验押金。', why: '现场已改' });
    const owed = async (kind: string) => (await clocksAbout(world, amendment)).find((one) => one.kind === kind);
    assert.equal((await owed('decide_amendment'))!.owner_id, world.people.manager);
    await world.act('manager', decideAmendment, amendment, { decision: 'partly', answer: '写入下一版' });
    const revision = (await owed('revise_article'))!;
    assert.deepEqual([revision.owner_id, revision.outcome], [world.people.manager, null]);
    assert.ok(
      revision.ladder.some((rung) => rung.to === 'centre_manager'),
      'late, it is told upward',
    );
    const next = { sort, title: hans(`装修登记 ${sort}`), body: hans('先登记、验押金，后进场。') };
    await revise('manager', id, 1, { ...next, amendments: [amendment] } as Given);
    assert.equal((await owed('revise_article'))!.outcome, 'kept');
    assert.equal((await read('guard', id)).version, 2);
    const versions = (await world.ask('guard', articleVersions, id)).items;
    assert.deepEqual(
      versions.map(({ version }) => version),
      [2, 1],
    );
    const again = await world.act('guard', proposeAmendment, id, { proposed: '取消登记。', why: '不再需要' });
    await world.act('manager', decideAmendment, again, { decision: 'adopted', answer: '停用' });
    await world.act('manager', retireArticle, id, { version: 2, retired: true });
    assert.equal((await clocksAbout(world, again)).find((one) => one.kind === 'revise_article')!.outcome, 'cancelled');
  }
});

test('a solved question becomes an article without the names and numbers of its case, and both are linked [KNOW-05]', async () => {
  const ticket = await takeInMatter(world, 'consultation', {
    title: '陈先生问燃气表电池',
    fields: { question: '陈先生（13800001202，家里老人电话 0755-26881234）问燃气表电池谁换' },
  });
  const asArticle = () => world.ask('supervisor', articleOfTicket, ticket.id);
  await assert.rejects(asArticle(), code('article.not_solved'));
  await world.act(
    'desk',
    answerCustomer,
    ticket.id,
    answerInput.parse({ text: '陈先生您好，燃气公司免费更换，拨 95777 预约。' }),
  );
  await world.act('desk', resolveTicket, ticket.id, resolveInput.parse({ outcome: '已告知由燃气公司更换' }));
  const begun = await asArticle();
  assert.equal(begun.title, '—问燃气表电池');
  assert.doesNotMatch(begun.body, /陈先生|13800001202|26881234/);
  assert.match(begun.body, /燃气公司免费更换，拨 95777 预约[^]*已告知由燃气公司更换/);
  const from = { fromTicketId: ticket.id, title: hans('燃气表电池'), body: hans(begun.body) };
  await assert.rejects(
    write('supervisor', { ...from, body: hans('像陈先生那样打电话') }),
    code('article.names_somebody'),
  );
  await assert.rejects(write('desk', from), code('right.missing'));
  const id = await write('supervisor', from);
  assert.equal((await read('supervisor', id)).fromTicket?.id, ticket.id);
  const beside = await world.ask('desk', suggestArticles, ticket.id);
  assert.deepEqual(
    beside.from.map((one) => one.id),
    [id],
  );
});

test('each member passes the test of a guide, with its day; who has not passed is listed, and a new test is passed anew [KNOW-06]', async () => {
  const id = await write('supervisor', { title: hans('系统使用指引'), body: hans('按 Ctrl-K 查找。') });
  const questions = [
    { text: '按什么键查找？', choices: ['F5', 'Ctrl-K'], right: 1 },
    { text: '承诺登记在哪里？', choices: ['承诺答复', '便签'], right: 0 },
  ];
  await assert.rejects(world.act('desk', setTest, id, { version: 0, questions }), code('right.missing'));
  await world.act('supervisor', setTest, id, { version: 0, questions });
  const asked = await world.ask('desk', testOf, id);
  assert.ok(
    asked.questions.every(({ right }) => right === null),
    'whoever takes it is not told',
  );
  const take = (who: PersonKey, answers: number[], version = 1) =>
    world.act(who, takeTest, id, inputs.takeTestInput.parse({ version, answers }));
  await assert.rejects(take('desk', [1]), code('article.test_unanswered'));
  assert.deepEqual(await take('desk', [1, 1]), { correct: 1, of: 2, passed: false });
  assert.deepEqual(await take('desk', [1, 0]), { correct: 2, of: 2, passed: true });
  await take('desk2', [0, 0]);
  const standing = async () =>
    new Map(
      (await world.ask('supervisor', testOf, id)).people.map((one) => [
        one.person.name,
        [one.tries, one.passedAt !== null] as const,
      ]),
    );
  const all = await standing();
  assert.deepEqual(
    [all.get('王前台'), all.get('李前台'), all.get('蒋保安')],
    [
      [2, true],
      [1, false],
      [0, false],
    ],
  );
  assert.equal(all.has('秦工'), false, 'an outside firm is not our staff');
  const listed = (await world.ask('supervisor', listTests)).items.find((one) => one.id === id)!;
  assert.equal(listed.all!.passed, 1);
  assert.equal((await world.ask('desk2', listTests)).items.find((one) => one.id === id)!.passedAt, null);
  await world.act('supervisor', setTest, id, { version: 1, questions: questions.slice(0, 1) });
  assert.deepEqual((await standing()).get('王前台'), [0, false]);
  await assert.rejects(take('desk', [1, 0], 1), code('stale'));
});

test('staff confirm that they read the staff code and the rules in the version in force; late by itself, newcomers are asked too [KNOW-07]', async () => {
  const staffCode = { sort: 'rules', mustRead: true, title: hans('员工守则'), body: hans('接听电话先报姓名。') };
  const id = await write('manager', staffCode);
  const standing = async () =>
    new Map(
      (await world.ask('manager', listReadings)).items
        .find((one) => one.id === id)!
        .people.map((one) => [one.person.name, one.late ? 'late' : one.confirmedAt ? 'read' : 'asked']),
    );
  assert.equal((await standing()).get('王前台'), 'asked');
  assert.equal((await standing()).has('秦工'), false);
  wait(world);
  assert.ok((await typesTold(world, 'guard')).includes('article.to_read'));
  await world.act('desk', confirmReading, id, { version: 1 });
  await assert.rejects(world.act('desk', confirmReading, id, { version: 1 }), code('article.read_already'));
  await assert.rejects(world.act('lift', confirmReading, id, { version: 1 }), code('article.unknown'));
  assert.equal((await standing()).get('王前台'), 'read');
  await revise('manager', id, 1, { ...staffCode, body: hans('接听电话先问好，再报姓名。') });
  assert.equal((await standing()).get('王前台'), 'asked', 'a new version is read anew');
  await assert.rejects(world.act('desk', confirmReading, id, { version: 1 }), code('stale'));
  await world.act('desk', confirmReading, id, { version: 2 });
  await world.until('2026-10-19T10:00+08:00');
  assert.deepEqual([(await standing()).get('王前台'), (await standing()).get('蒋保安')], ['read', 'late']);
  const mine = (await world.ask('guard', listReadings)).items.find((one) => one.id === id)!;
  assert.equal(mine.people.length, 1, 'one sees one’s own confirmation');
  await hire(world, 'newcomer', 'statistician');
  assert.equal((await standing()).get('newcomer先生'), 'asked', 'whoever joins reads it too');
});

test('colleagues write down how it is with kinds of customers, and others find it; it never leaves the house [KNOW-08]', async () => {
  const note = {
    sort: 'experience',
    title: hans('急躁的商铺租户'),
    body: hans(''),
    customerSort: '商铺租户',
    situation: '月底催要发票',
    wasSaid: '先报出办结时间，再解释流程',
    worked: '给出确定时间后情绪缓和',
  };
  for (const missing of ['customerSort', 'situation', 'wasSaid', 'worked'])
    await assert.rejects(write('desk', { ...note, [missing]: '' }), code('article.incomplete'));
  await assert.rejects(write('desk', { ...note, audience: 'public' }), code('article.experience_is_inside'));
  const id = await write('desk', note);
  assert.deepEqual(await search('desk2', { q: '发票', sort: 'experience' }), [id]);
  assert.deepEqual(await search('desk2', { q: '商铺租户' }), [id]);
  assert.equal((await read('desk2', id)).worked, note.worked);
  await assert.rejects(revise('desk2', id, 1, note), code('right.missing'));
  await revise('desk', id, 1, { ...note, worked: '给出确定时间，并按时送达' });
  await assert.rejects(
    world.act('desk', citeArticle, id, inputs.citeInput.parse({})),
    code('article.experience_is_inside'),
  );
});

test('who uses it says so and whether it helped; that it did not reaches the owner, with the reason', async () => {
  const id = await write('supervisor', { title: hans('信报箱钥匙'), body: hans('在前台领取。') });
  const ticket = await takeInMatter(world, 'consultation', {
    title: '信报箱钥匙在哪里领',
    fields: { question: '钥匙' },
  });
  const near = async () => (await world.ask('desk', suggestArticles, ticket.id)).items.find((one) => one.id === id)!;
  assert.equal((await near()).usedHere, false);
  await world.act('desk', useArticle, id, { ticketId: ticket.id });
  assert.equal((await near()).usedHere, true);
  await assert.rejects(
    world.act('desk', giveArticleFeedback, id, { helpful: false, words: '' }),
    code('article.feedback_unsaid'),
  );
  await world.act('desk', giveArticleFeedback, id, { helpful: true, words: '' });
  await world.act('desk', giveArticleFeedback, id, { helpful: false, words: '没写费用' });
  wait(world);
  assert.ok((await typesTold(world, 'supervisor')).includes('article.unhelpful'));
  const shown = await read('supervisor', id);
  assert.deepEqual(
    [shown.used, shown.helpful, shown.unhelpful[0]!.words, shown.unhelpful[0]!.settled],
    [1, 1, '没写费用', false],
  );
  world.clock.advance(DAY);
  await revise('supervisor', id, 1, { title: hans('信报箱钥匙'), body: hans('在前台领取，押金 20 元。') });
  assert.equal((await read('supervisor', id)).unhelpful[0]!.settled, true);
});

test('everybody reads what is for him: a department its own, an outside firm and customers only what is public', async () => {
  const narrowed = { departmentId: world.departments['engineering']!, title: hans('水泵房检修手册') };
  const ofEngineers = await write('manager', narrowed);
  const forAll = await write('manager', { title: hans('值班电话表') });
  const open = await write('manager', { title: hans('访客停车指引'), audience: 'public' });
  await assert.rejects(write('manager', { ...narrowed, audience: 'public' }), code('article.public_is_for_all'));
  await assert.rejects(
    write('supervisor', { audience: 'public' }),
    code('right.missing'),
    'customers read what is published',
  );
  assert.equal((await read('plumber', ofEngineers)).id, ofEngineers);
  await assert.rejects(read('guard', ofEngineers), code('article.unknown'));
  assert.deepEqual(await search('guard', { q: '检修手册' }), []);
  await assert.rejects(read('lift', forAll), code('article.unknown'));
  assert.equal((await read('lift', open)).id, open);
  await world.act(null, async (context) => {
    const stranger = { ...context, actor: nobody };
    const found = await publicArticles(stranger, inputs.publicQuery.parse({ q: '访客停车' }));
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [open],
    );
    const all = await publicArticles(stranger, inputs.publicQuery.parse({}));
    assert.ok(all.items.every(({ id }) => id !== forAll && id !== ofEngineers));
    assert.equal((await publicArticle(stranger, open)).title['zh-hans'], '访客停车指引');
    await assert.rejects(publicArticle(stranger, forAll), code('article.unknown'));
  });
});

test('what somebody answered for who leaves is his successor’s; what he was to read he reads no more', async () => {
  await hire(world, 'leaver', 'document_keeper');
  const owner = { personId: world.people['leaver' as PersonKey] };
  const id = await write('manager', { title: hans('会议室借用'), body: hans('提前一天预约。'), owner });
  const mustRead = { sort: 'rules', mustRead: true, title: hans('保密守则'), body: hans('不外传客户信息。') };
  const rule = await write('manager', mustRead);
  await world.act('manager', moveCommitments, { fromId: owner.personId, toId: world.people.supervisor });
  assert.ok(
    (await world.ask('leaver' as PersonKey, owedByMe, 50)).length > 0,
    'his own word stays with him while he is away',
  );
  const input = leaveInput.parse({ successorId: world.people.supervisor, reason: 'resigned' });
  await world.act('manager', leave, owner.personId, input);
  assert.equal((await read('supervisor', id)).owner.person?.name, '何主管');
  const [review] = await clocksAbout(world, id);
  assert.equal(review!.owner_id, world.people.supervisor);
  const asked = await world.read((tx) =>
    tx
      .selectFrom('article_reading as r')
      .innerJoin('commitment as c', 'c.subject_id', 'r.id')
      .select(['c.owner_id', 'c.state'])
      .where('r.article_id', '=', rule)
      .where('r.person_id', '=', owner.personId)
      .execute(),
  );
  assert.deepEqual(asked, [{ owner_id: owner.personId, state: 'cancelled' }], 'nobody gives his word for him');
});

test('a customer who is erased stands in no article any more, and his name finds none', async () => {
  const id = await write('supervisor', { title: hans('花园浇水时间'), body: hans('每天七点，林女士提议改为六点。') });
  assert.deepEqual(await search('desk', { q: '林女士' }), [id]);
  await world.act('manager', eraseCustomer, world.customers.lin, { reason: 'asked_by_customer' });
  assert.doesNotMatch((await read('desk', id)).body['zh-hans'], /林女士/);
  assert.deepEqual(await search('desk', { q: '林女士' }), []);
  assert.deepEqual(await search('desk', { q: '浇水时间' }), [id]);
});

test('its owner reviews it in time or it turns late by itself; confirming or revising begins the next; kept and late are counted [KNOW-01]', async () => {
  const from = world.at('2026-11-02T09:00+08:00');
  const id = await write('supervisor', { sort: 'product', title: hans('门禁卡'), body: hans('每张 20 元。') });
  const due = async () => (await read('desk', id)).reviewBy!;
  const days = async (at: string) => (Date.parse(at) - Date.parse(world.clock.now())) / DAY;
  assert.equal(await days(await due()), REVIEW_DAYS.product);
  await assert.rejects(world.act('desk', confirmArticle, id, { version: 1 }), code('right.missing'));
  await world.until('2027-01-25T09:00+08:00');
  await world.act('supervisor', confirmArticle, id, { version: 1 });
  assert.equal((await read('desk', id)).confirmedAt, world.clock.now(), 'last confirmed today');
  assert.equal(await days(await due()), REVIEW_DAYS.product, 'the next is owed from today');
  await world.until('2027-04-26T09:00+08:00');
  const owed = await world.ask('manager', listReviews, inputs.reviewsQuery.parse({ from }));
  assert.deepEqual(
    owed.items.filter(({ article }) => article.id === id).map(({ verdict, owner }) => [verdict, owner.person?.name]),
    [['late', '何主管']],
  );
  wait(world);
  assert.ok((await typesTold(world, 'supervisor')).includes('clock.warn'), 'the owner was told on the way');
  await world.until('2027-05-04T09:00+08:00');
  wait(world);
  assert.ok((await typesTold(world, 'manager')).includes('clock.warn'), 'and those above after it');
  await revise('supervisor', id, 1, { sort: 'product', title: hans('门禁卡'), body: hans('每张 25 元。') });
  const settled = (await world.ask('manager', listReviews, inputs.reviewsQuery.parse({ state: 'settled', from })))
    .items;
  assert.deepEqual(
    settled.filter(({ article }) => article.id === id).map(({ verdict }) => verdict),
    ['kept', 'missed'],
  );
  const other = { state: 'all', from, until: '2027-03-01T00:00:00Z' };
  assert.equal((await world.ask('manager', listReviews, inputs.reviewsQuery.parse(other))).counts.kept, 1);
  await assert.rejects(
    world.act('supervisor', setReviewDays, { days: { product: 30 }, why: '价格常变' }),
    code('right.missing'),
  );
  await world.act('manager', setReviewDays, { days: { product: 30 }, why: '价格常变' });
  await world.act('supervisor', confirmArticle, id, { version: 2 });
  assert.equal(await days(await due()), 30, 'how often is a setting');
  await world.act('supervisor', retireArticle, id, { version: 2, retired: true });
  const clocks = await clocksAbout(world, id);
  assert.ok(
    clocks.every(({ state }) => state !== 'running'),
    'of what is retired nothing is owed',
  );
});
