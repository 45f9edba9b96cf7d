import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CHANNELS } from '../../src/kernel/channels.ts';
import { PLACEHOLDERS, unfilledIn } from '../../src/pack/phrases.ts';
import { changeSettings } from '../../src/pack/commands/change-settings.ts';
import { settingsVersionOf } from '../../src/pack/settings.ts';
import { articlesQuery } from '../../src/knowledge/inputs.ts';
import { listArticles } from '../../src/knowledge/list.ts';
import { articlePage } from '../../src/knowledge/page.ts';
import { giveReview } from '../../src/quality-review/commands/give-review.ts';
import { giveReviewInput } from '../../src/quality-review/inputs.ts';
import { readReview, readScorecards } from '../../src/quality-review/list.ts';
import { changePhrases } from '../../src/phrase/commands/change-phrases.ts';
import { lookThrough, offeredPhrases, readPhrases } from '../../src/phrase/queries.ts';
import { answerCustomer, apologise } from '../../src/ticket/commands/add-note.ts';
import { answerInput, noteInput } from '../../src/ticket/inputs-words.ts';
import { begin, takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

const offered = async (ticket?: string) =>
  (await world.ask('desk', offeredPhrases, ticket ? { ticket: ticket as never } : {})).items;
const shipped = async () => (await world.ask('admin', readPhrases)).items;

/** The row of the catalogue, and the original words that its phrase holds. */
const ORIGINALS: [string, string, RegExp][] = [
  ['PHR-01', 'answer_telephone', /您好！客户服务中心/],
  ['PHR-03', 'answer_later', /抱歉.*查询.*\{time\}.*回复/],
  ['PHR-04', 'refuse_kindly', /很抱歉.*原因/],
  ['PHR-06', 'thanks_for_praise', /谢谢您的夸奖，这是我应该做的/],
  ['PHR-07', 'shop_welcome', /😊您好！\{organisation\}欢迎您，很高兴为您效劳！/],
  ['PHR-08', 'shop_problem', /您好！请不要着急！我们会帮您解决处理好的！/],
  ['PHR-09', 'shop_price_wait', /请稍等……我马上帮您改！/],
  ['PHR-10', 'shop_price_done', /让您久等了，价格已改好，付款后我们会尽快安排发货！/],
  ['PHR-13', 'shop_goods_bad', /😊您好！先不要着急！/],
  ['PHR-14', 'shop_bad_rating', /您好！刚看过您给我们的评价，真的很抱歉！.*解决/],
  ['PHR-15', 'shop_tone', /您好！😊呵呵/],
  ['PHR-18', 'shop_unpaid', /方便用哪种方式付款/],
  ['PHR-20', 'return_visit', /不足请您直说.*改进.*\{phone\}/],
  ['PHR-21', 'apology_first', /非常抱歉/],
];
for (const [duty, key, original] of ORIGINALS)
  test(`${key} ships as an editable phrase in three languages [${duty}]`, async () => {
    const one = (await shipped()).find((phrase) => phrase.key === key)!;
    assert.match(one.text['zh-hans'], original);
    assert.ok(one.text.en !== one.text['zh-hans'] && one.text['zh-hant'] !== one.text.en);
  });

test('who speaks too fast or unclearly is asked to speak slowly, or to say it again [PHR-02]', async () => {
  const all = (await shipped()).filter(({ situation }) => situation === 'unclear');
  assert.match(all[0]!.text.en, /speak more slowly/);
  assert.match(all[1]!.text.en, /say that again/);
});

test('courtesies begin and end a talk, and sorry calms an angry caller [PHR-05]', async () => {
  const said = (await shipped())
    .filter(({ situation, on }) => situation === 'courtesy' && on)
    .map(({ text }) => text.en);
  for (const word of [/hello/i, /thank you/i, /goodbye/i, /glad to serve you/i, /what can I do for you/i, /sorry/i])
    assert.ok(
      said.some((text) => word.test(text)),
      String(word),
    );
});

test('payment, whereabouts, restated demands and order confirmations each have theirs [PHR-11] [PHR-12] [PHR-16] [PHR-19]', async () => {
  const of = async (situation: string) =>
    (await shipped()).filter((one) => one.situation === situation).map(({ text }) => text['zh-hans']);
  assert.match((await of('payment'))[0]!, /合作愉快.*再见/);
  const goods = await of('goods');
  assert.match(goods[0]!, /您好！我马上帮您查询/);
  assert.match(goods[1]!, /😳不好意思，还请您再耐心等待一下！我们会立即与快递公司联系，尽快将商品送达您手中/);
  assert.deepEqual(await of('dispute'), ['您是说不退货要我直接退款给您吗？', '您是说如果我退款给您就不给我中差评吗？']);
  const [, confirm, sent] = await of('order');
  assert.match(confirm!, /收货地址、联系人.*\{carrier\}/);
  assert.match(sent!, /\{time\}.*\{carrier\}.*\{number\}/);
});

test('a complaint is met with an apology first, and with other words once it was said', async () => {
  const ticket = await takeInMatter(world, 'complaint', { title: '夜间噪音' });
  const [first] = await offered(ticket.id);
  assert.deepEqual([first!.situation, first!.fits], ['apology', true]);
  assert.equal(unfilledIn(first!.text['zh-hans']), null, 'the customer stands in his place');
  await world.act('desk', apologise, ticket.id, noteInput.parse({ text: first!.text['zh-hans'] }));
  assert.equal((await offered(ticket.id))[0]!.situation, 'answer_later');
});

test('a compliment has its modest answer first; of nothing yet, the greeting is first', async () => {
  const ticket = await takeInMatter(world, 'compliment', {
    title: '感谢保安',
    fields: { praise: '保安帮忙搬家具', source: 'letter' },
  });
  assert.equal((await offered(ticket.id))[0]!.key, 'thanks_for_praise');
  assert.equal((await offered())[0]!.key, 'answer_telephone');
});

test('what is known stands in its place, in each language; what is not is filled by hand before it goes out', async () => {
  const ticket = await takeInMatter(world, 'consultation', { title: '停车费', fields: { question: '停车费多少？' } });
  const visit = (await offered(ticket.id)).find(({ key }) => key === 'return_visit')!;
  for (const text of Object.values(visit.text))
    for (const known of [world.organisation.name, '王前台', '0755-88001234', String(ticket.number)])
      assert.ok(text.includes(known), `${known} in ${text}`);
  const later = (await offered(ticket.id)).find(({ key }) => key === 'answer_later')!;
  const answer = (text: string) => world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text }));
  await assert.rejects(answer(later.text['zh-hans']), {
    code: 'words.unfilled',
    params: { path: 'text', place: 'time' },
  });
  await answer(later.text['zh-hans'].replace('{time}', '下午三点'));
});

test('phrases are worded, added and switched off with a reason; those switched off are not offered, and no two share a name', async () => {
  const { version, settings } = await world.ask('admin', settingsVersionOf);
  const phrases = settings.phrases!.map((one) => (one.key === 'answer_telephone' ? { ...one, on: false } : one));
  await assert.rejects(world.act('desk', changePhrases, { phrases, seen: version, why: '试' }), {
    code: 'right.missing',
  });
  const twice = [...phrases, phrases[0]!];
  await assert.rejects(world.act('admin', changePhrases, { phrases: twice, seen: version, why: '试' }), {
    code: 'phrase.twice',
  });
  await world.act('admin', changePhrases, { phrases, seen: version, why: '改用新问候语' });
  assert.ok((await offered()).every(({ key }) => key !== 'answer_telephone'));
  await assert.rejects(world.act('admin', changePhrases, { phrases, seen: version, why: '旧版本' }), { code: 'stale' });
});

test('every place a phrase leaves open is one of those that are known', async () => {
  for (const { key, text } of await shipped())
    for (const [, place] of Object.values(text)
      .join(' ')
      .matchAll(/\{([^}]*)\}/g))
      assert.ok((PLACEHOLDERS as readonly string[]).includes(place!), `${key}: {${place}}`);
});

test('a text that passes the buck is flagged while it is typed, in either script, and refused when it is sent [QUAL-07]', async () => {
  const flags = (text: string) => world.ask('desk', lookThrough, text);
  assert.deepEqual(await flags('您好，这事不归我管，请找物业'), { never: ['不归我管'], promises: [], exaggerates: [] });
  assert.deepEqual((await flags('您好，這事 不歸我管')).never, ['不归我管']);
  assert.deepEqual(await flags('您好，我马上为您登记'), { never: [], promises: [], exaggerates: [] });
  const ticket = await takeInMatter(world, 'leak');
  const said = answerInput.parse({ text: '不归我管', channel: 'wechat', evenSo: true });
  await assert.rejects(world.act('desk', answerCustomer, ticket.id, said), { code: 'words.never_said' });
  const { items } = await world.ask('supervisor', readScorecards);
  assert.ok(items.some(({ key, on, of }) => key === 'telephone_group' && on && of === 'contact'));
});

/** Who is sent elsewhere, cursed, provoked or told that there is no bargaining at all: each as somebody might write it, and what is found in it. */
const FORBIDDEN: [said: string, found: string][] = [
  ['这不是我的责任', '不是我的责任'],
  ['That is NOT my responsibility, sorry', 'not my responsibility'],
  ['您去别的部门问问吧', '去别的部门'],
  ['您去別的網點辦', '去别的网点'],
  ['您找别人吧，我忙着呢', '您找别人'],
  ['Please go to that department', 'go to that department'],
  ['你有神经病吧', '神经病'],
  ['滚 蛋！', '滚蛋'],
  ['爱买不买，随便', '爱买不买'],
  ['我们的商品都不讲价的', '我们的商品都不讲价'],
];

test('what shirks, sends elsewhere, insults, angers a buyer or refuses to bargain is flagged while it is typed and goes out by no channel [PHR-17]', async () => {
  const ticket = await takeInMatter(world, 'consultation', { title: '问价', fields: { question: '能便宜吗' } });
  for (const [text, found] of FORBIDDEN) {
    assert.deepEqual((await world.ask('desk', lookThrough, text)).never, [found], text);
    for (const channel of CHANNELS)
      await assert.rejects(
        world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text, channel, evenSo: true })),
        { code: 'words.never_said' },
        `${channel}: ${text}`,
      );
  }
  await world.act(
    'desk',
    answerCustomer,
    ticket.id,
    answerInput.parse({ text: '我去问清楚再回复您', channel: 'phone' }),
  );
});

test('what exaggerates is warned of while it is typed and before it goes; its writer may mean it; the list is the house’s [QUAL-10]', async () => {
  const { version, settings } = await world.ask('admin', settingsVersionOf);
  const exaggerations = [...settings.exaggerations!, '一用就灵'];
  const change = { settings: { ...settings, exaggerations }, seen: version, why: '商品功效不得夸大' };
  await assert.rejects(world.act('desk', changeSettings, change), { code: 'right.missing' });
  await world.act('admin', changeSettings, change);
  const text = '这款净水器一用就灵，请放心';
  assert.deepEqual((await world.ask('desk', lookThrough, text)).exaggerates, ['一用就灵']);
  const ticket = await takeInMatter(world, 'consultation', { title: '净水器', fields: { question: '好用吗' } });
  const said = { text, channel: 'phone' };
  await assert.rejects(world.act('desk', answerCustomer, ticket.id, answerInput.parse(said)), {
    code: 'words.exaggerates',
  });
  await world.act('desk', answerCustomer, ticket.id, answerInput.parse({ ...said, evenSo: true }));
});

test('the shop’s language rules are kept, and its phrases are loaded: switched on they are offered [QUAL-11]', async () => {
  await begin(world);
  const rules = await world.ask('desk', listArticles, articlesQuery.parse({ sort: 'rules', q: '网店服务用语规范' }));
  assert.equal(rules.items.length, 1);
  const { version, items } = await world.ask('admin', readPhrases);
  const ofShop = items.filter(({ key }) => key.startsWith('shop_'));
  assert.ok(ofShop.length >= 12);
  assert.ok(!(await offered()).some(({ key }) => key === 'shop_welcome'), 'an estate sells nothing');
  const phrases = items.map((one) => (one.key.startsWith('shop_') ? { ...one, on: true } : one));
  await world.act('admin', changePhrases, { phrases, seen: version, why: '开设网店' });
  const now = new Set((await offered()).map(({ key }) => key));
  assert.deepEqual(
    ofShop.filter(({ key }) => !now.has(key)),
    [],
  );
});

test('the eight qualities are taught by an article and scored by a scorecard that names it [QUAL-09]', async () => {
  const { items } = await world.ask('supervisor', readScorecards);
  const card = items.find(({ key }) => key === 'shop_qualities')!;
  assert.equal(card.lines.length, 8);
  const found = await world.read((tx) =>
    tx.selectFrom('article').selectAll().where('key', '=', card.article!).executeTakeFirstOrThrow(),
  );
  const article = await world.ask('desk', articlePage, found.id);
  for (const { name } of card.lines) assert.ok(article.body['zh-hans'].includes(`**${name['zh-hans']}**`), name.en);
  const marks = card.lines.map(({ key }) => ({ line: key, mark: 4 }));
  const days = { fromDay: '2026-08-01', untilDay: '2026-08-31' };
  const id = await world.act(
    'supervisor',
    giveReview,
    giveReviewInput.parse({ scorecard: card.key, personId: world.people.desk, ...days, marks }),
  );
  const review = await world.ask('desk', readReview, id);
  assert.deepEqual([review.score, review.most], [32, 40]);
});
