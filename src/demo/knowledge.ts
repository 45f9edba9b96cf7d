import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { acceptStandard } from '../knowledge/commands/accept-standard.ts';
import { decideAmendment, proposeAmendment } from '../knowledge/commands/amend.ts';
import { bindDepartments } from '../knowledge/commands/bind-departments.ts';
import { confirmReading } from '../knowledge/commands/confirm-reading.ts';
import { setReviewDays } from '../knowledge/commands/set-review-days.ts';
import { setTest, takeTest } from '../knowledge/commands/take-test.ts';
import { giveArticleFeedback } from '../knowledge/commands/use-article.ts';
import { addArticle, reviseArticle } from '../knowledge/commands/write-article.ts';
import { versionOf } from '../knowledge/facts.ts';
import { addArticleInput, reviseArticleInput } from '../knowledge/inputs.ts';
import { departments } from '../organisation/house.ts';
import { headOfDepartment } from '../organisation/queries.ts';
import type { Stage } from './stage.ts';

type Article = { id: Id<'article'>; version: number };
const hans = (text: string) => ({ 'zh-hans': text });

/** What colleagues added to what the centre began with: a price list that is late for its review, a note, a test, a rule to be read. */
export function keepKnowledge(stage: Stage, now: Instant): void {
  const ago = (days: number, hours = 3) => plus(now, -days * DAY + hours * HOUR);
  stage.plan(ago(52), () =>
    stage.as('manager', (context) => setReviewDays(context, { days: { product: 30 }, why: '价格常有变动' })),
  );
  stage.plan(ago(48), () => priceList(stage));
  stage.plan(ago(20), () => testGuide(stage));
  stage.plan(ago(11), () => note(stage));
  stage.plan(ago(3, 2), () => amend(stage));
  stage.plan(ago(3), () => mustRead(stage));
  stage.plan(ago(2), () => confirmSome(stage));
  stage.plan(ago(2, 2), () => bindSome(stage));
}

/** An article that the pack brought along. */
export const shipped = async (stage: Stage, key: string): Promise<Article> =>
  stage.read((tx) =>
    tx.selectFrom('article').select(['id', 'version']).where('key', '=', key).executeTakeFirstOrThrow(),
  );

async function priceList(stage: Stage): Promise<void> {
  const sheet = addArticleInput.parse({
    sort: 'product',
    title: { 'zh-hans': '充电桩套餐', en: 'Charging point plans', 'zh-hant': '充電樁方案' },
    body: {
      'zh-hans': '- 慢充：每月 80 元，不限次数。\n- 快充：按度计费，每度 1.2 元。\n\n在前台办理，当日开通。',
      en: '- Slow charging: ¥80 a month, as often as wanted.\n- Fast charging: ¥1.20 per kWh.\n\nArranged at the counter, open the same day.',
      'zh-hant': '- 慢充：每月 80 元，不限次數。\n- 快充：按度計費，每度 1.2 元。\n\n於櫃檯辦理，當日開通。',
    },
  });
  const id = await stage.as('supervisor', (context) => addArticle(context, sheet));
  await stage.as('desk', (context) =>
    giveArticleFeedback(context, id, { helpful: false, words: '没写退费办法，客户追问时答不上来' }),
  );
}

async function testGuide(stage: Stage): Promise<void> {
  const { id } = await shipped(stage, 'taking_in');
  const questions = [
    { text: '来电后第一步做什么？', choices: ['先问有什么事', '找到来电人，看未办结事项'], right: 1 },
    { text: '另外承诺的事登记在哪里？', choices: ['承诺答复', '便签纸', '自己记住'], right: 0 },
  ];
  await stage.as('manager', (context) => setTest(context, id, { version: 0, questions }));
  await stage.as('desk', (context) => takeTest(context, id, { version: 1, answers: [1, 0] }));
  await stage.as('desk2', (context) => takeTest(context, id, { version: 1, answers: [0, 0] }));
}

async function note(stage: Stage): Promise<void> {
  const experience = addArticleInput.parse({
    sort: 'experience',
    title: hans('商铺租户催开发票'),
    customerSort: '商铺租户',
    situation: '月底集中来催发票，情绪急躁，往往同时打几个电话。',
    wasSaid: '先报出能拿到发票的确切时间，再说明需要哪些资料。',
    worked: '给出确切时间后不再反复来电；资料清单用短信发一遍更稳妥。',
  });
  await stage.as('desk', (context) => addArticle(context, experience));
}

async function amend(stage: Stage): Promise<void> {
  const { id } = await shipped(stage, 'owners_covenant');
  const quiet = { proposed: '午间安静时间改为 12:00 至 14:30。', why: '楼下有幼儿的住户多次反映' };
  const first = await stage.as('security', (context) => proposeAmendment(context, id, quiet));
  const bikes = { proposed: '电动自行车换电柜旁可临时停放 10 分钟。', why: '换电时无处停放' };
  await stage.as('desk', (context) => proposeAmendment(context, id, bikes));
  const answer = '已征询业委会，列入下一版';
  await stage.as('manager', (context) => decideAmendment(context, first, { decision: 'adopted', answer }));
}

/** The staff code with one line more: everybody is asked to read it. */
async function mustRead(stage: Stage): Promise<void> {
  const { id, version } = await shipped(stage, 'staff_code');
  await stage.as('manager', async (context) => {
    const said = await versionOf(context, { id, version });
    const input = reviseArticleInput.parse({
      version,
      why: '增加电话礼仪一条，并要求全员阅读',
      sort: 'rules',
      mustRead: true,
      language: said.language,
      title: said.title,
      body: {
        en: `${said.body.en}\n- Answer the telephone within three rings.`,
        'zh-hans': `${said.body['zh-hans']}\n- 电话响三声内接听。`,
        'zh-hant': `${said.body['zh-hant']}\n- 電話響三聲內接聽。`,
      },
    });
    await reviseArticle(context, id, input);
  });
}

async function confirmSome(stage: Stage): Promise<void> {
  const { id, version } = await shipped(stage, 'staff_code');
  for (const who of ['supervisor', 'desk2', 'plumber', 'maintenance'])
    await stage.as(who, (context) => confirmReading(context, id, { version }));
}

/** The standards of service bind four departments; two have confirmed. */
async function bindSome(stage: Stage): Promise<void> {
  const { id, version } = await shipped(stage, 'service_standards');
  const bound = ['customer_service', 'engineering', 'security', 'cleaning_greening'];
  const departmentIds: Id<'department'>[] = [];
  await stage.as('manager', async (context) => {
    for (const [departmentId, { key }] of await departments(context))
      if (bound.includes(key)) departmentIds.push(departmentId);
    await bindDepartments(context, id, { version, departmentIds });
  });
  for (const departmentId of departmentIds.slice(0, 2)) {
    const head = await stage.read((tx) => headOfDepartment({ tx, now: stage.clock.now() }, departmentId));
    const who = [...stage.people].find(([, person]) => person === head)?.[0];
    if (who) await stage.as(who, (context) => acceptStandard(context, id, { version, departmentId }));
  }
}
