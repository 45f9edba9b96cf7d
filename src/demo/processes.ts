import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { confirmReading } from '../knowledge/commands/confirm-reading.ts';
import { setTest, takeTest } from '../knowledge/commands/take-test.ts';
import { train } from '../knowledge/commands/train.ts';
import { addArticle } from '../knowledge/commands/write-article.ts';
import { addArticleInput } from '../knowledge/inputs.ts';
import { posts } from '../organisation/house.ts';
import { attempt } from './case.ts';
import { shipped } from './knowledge.ts';
import type { Stage } from './stage.ts';

/** How complaints are taken, bound to the desk and its supervisor: one has read and passed it, the others have not. */
export function keepProcesses(stage: Stage, now: Instant): void {
  let id: Id<'article'>;
  stage.plan(plus(now, -2 * DAY + 2 * HOUR), async () => void (id = await takingComplaints(stage)));
  stage.plan(plus(now, -DAY + 3 * HOUR), () => learn(stage, id));
}

const COMPLAINTS = addArticleInput.parse({
  sort: 'process',
  title: { 'zh-hans': '投诉受理标准流程', en: 'Taking in a complaint, step by step', 'zh-hant': '投訴受理標準流程' },
  body: {
    'zh-hans':
      '1. 请客户把话说完，不打断、不辩解。\n2. 复述要点，记录时间、地点与诉求。\n3. 告知由谁处理、何时答复。\n4. 查明事实后再下结论。\n5. 按时答复并记录客户意见。',
    en: '1. Let the customer finish; neither interrupt nor defend.\n2. Repeat the points; write down when, where and what he wants.\n3. Say who sees to it and when he is answered.\n4. Establish the facts before judging.\n5. Answer in time, and write down what he thinks of it.',
    'zh-hant':
      '1. 請客戶把話說完，不打斷、不辯解。\n2. 複述要點，記錄時間、地點與訴求。\n3. 告知由誰處理、何時答覆。\n4. 查明事實後再下結論。\n5. 按時答覆並記錄客戶意見。',
  },
});

const QUESTIONS = [
  { text: '客户情绪激动时第一步做什么？', choices: ['先解释原因', '请客户把话说完'], right: 1 },
  { text: '事实未查明前可以承诺赔偿吗？', choices: ['不可以', '视客户情绪而定'], right: 0 },
];

async function takingComplaints(stage: Stage): Promise<Id<'article'>> {
  const id = await stage.as('supervisor', (context) => addArticle(context, COMPLAINTS));
  await stage.as('supervisor', (context) => setTest(context, id, { version: 0, questions: QUESTIONS }));
  const guide = await shipped(stage, 'taking_in');
  await stage.as('supervisor', async (context) => {
    const bound = [...(await posts(context)).values()].filter(({ key }) =>
      ['front_desk_clerk', 'customer_service_assistant', 'customer_service_supervisor'].includes(key),
    );
    await train(context, id, { version: 1, postIds: bound.map((post) => post.id), articleIds: [guide.id] });
  });
  return id;
}

async function learn(stage: Stage, id: Id<'article'>): Promise<void> {
  const guide = await shipped(stage, 'taking_in');
  for (const [who, answers] of [
    ['desk', [1, 0]],
    ['desk2', [1, 1]],
  ] as const) {
    await stage.as(who, (context) => takeTest(context, id, { version: 1, answers: [...answers] }));
    await stage.as(who, (context) => takeTest(context, guide.id, { version: 1, answers: [1, 0] }));
  }
  for (const one of [guide, { id, version: 1 }])
    await attempt(stage, 'desk', (context) => confirmReading(context, one.id, one));
}
