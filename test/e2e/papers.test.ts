import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { issueNoticeInput, replyNoticeInput } from '../../src/rectification/inputs.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { signSlip } from '../../src/return-visit/commands/sign-slip.ts';
import { makeVisitInput, signSlipInput } from '../../src/return-visit/inputs.ts';
import { begin, mend, settle, takeInMatter, visitsOf } from '../story.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

/** What comes out of the printer when `button` is pressed: the slip, or else the page itself. */
async function printed(page: Page, button: string): Promise<string> {
  const print = page.getByRole('button', { name: button });
  await print.waitFor();
  await page.evaluate(() => {
    window.print = () => {
      const paper = document.getElementById('print-root')?.textContent || document.querySelector('main')?.textContent;
      document.title = `on paper: ${paper ?? ''}`;
    };
  });
  await print.click();
  await page.waitForFunction(() => document.title.startsWith('on paper: '));
  return page.title();
}

function holds(paper: string, parts: readonly string[]): void {
  for (const part of parts) assert.ok(paper.includes(part), `${part} in ${paper}`);
}

test('the return-visit slip comes out with what was said, what he was told and the signature of the head [VISIT-11, VISIT-09]', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const said = { opinion: '师傅很专业', criticism: '来得晚', adoptedProposals: '上门前先发短信' };
  await world.act(
    'desk',
    makeVisit,
    visit!.id,
    makeVisitInput.parse({ reachedWhom: '陈太太', satisfaction: 4, ...said }),
  );
  await world.act('maintenance', signSlip, visit!.id, signSlipInput.parse({ resultTold: '今后先发短信' }));
  const page = await house.sit('desk', `/return-visits/${visit!.id}`, { language: 'zh-hans' });
  holds(await printed(page, '打印回访单'), [
    '回访单',
    String(ticket.number),
    '陈太太',
    ...Object.values(said),
    '今后先发短信',
    '王前台',
    '赵主管',
  ]);
});

test('a rectification notice comes out with its number, addressee, findings, deadline and reply [ESCL-01]', async () => {
  const { world } = house;
  const notice = { departmentId: world.departments['engineering'], findings: '配电间未上锁' };
  const deadline = { deadlineAt: '2026-11-19T17:00:00+08:00' };
  const id = await world.act('supervisor', issueNotice, issueNoticeInput.parse({ ...notice, ...deadline }));
  await world.act('maintenance', replyNotice, id, replyNoticeInput.parse({ measures: '已加锁' }));
  const { number } = await world.read((tx) =>
    tx.selectFrom('rectification').select('number').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  const page = await house.sit('supervisor', `/notices/${id}`, { language: 'zh-hans' });
  const paper = await printed(page, '打印');
  holds(paper, ['整改通知书', String(number), '赵主管', '配电间未上锁', '已加锁']);
  assert.match(paper, /11.19.{0,4}17:00/, 'its deadline');
});

test('the summary of a week comes out with its figures and complaints [COMP-12]', async () => {
  const { world } = house;
  await begin(world);
  const complaint = await takeInMatter(world, 'complaint', { title: '深夜装修' });
  const { id } = await world.read((tx) =>
    tx
      .selectFrom('summary')
      .select('id')
      .where('about', '=', 'matters')
      .where('period', '=', 'week')
      .executeTakeFirstOrThrow(),
  );
  const page = await house.sit('service_head', `/summaries/${id}`, { language: 'zh-hans' });
  await page.getByText('深夜装修').waitFor();
  holds(await printed(page, '打印'), [String(complaint.number), '深夜装修', '噪音扰民', '客户服务']);
  assert.deepEqual(house.complaints, []);
});

test('whoever sits at the desk sees when reception is open [RECP-01]', async () => {
  const page = await house.sit('desk', '/front-desk', { language: 'zh-hans' });
  await page.getByText('周一–周五 08:30–18:00；周六–周日 09:00–17:00').waitFor();
});
