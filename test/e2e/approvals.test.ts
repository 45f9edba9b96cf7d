import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { approve } from '../../src/ticket/commands/approve.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { moveStage } from '../../src/ticket/commands/move-stage.ts';
import { approveInput, moveStageInput } from '../../src/ticket/inputs.ts';
import { bringPapers, hire, takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-09-21T09:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house.close());

const SHOTS = process.env['SHOTS'];

test('a renovation is refused and asked for again on its ticket; who decides is named by his post', async () => {
  const { id } = await takeInMatter(house.world, 'renovation', {
    title: '厨房翻新',
    fields: {
      works_sort: 'kitchen_bath',
      works: '改水电',
      starts_on: '2026-10-12',
      ends_on: '2026-11-12',
      contractor: '匠心装饰',
      workers: 2,
    },
  });
  await house.world.act('desk', changeTicket, id, { fields: { rules_given: true } });
  await bringPapers(house.world, 'desk', id);
  const page = await house.sit('desk', `/tickets/${id}`, { language: 'en' });
  await page.getByText('To be decided by Customer service assistant', { exact: false }).waitFor();
  await page.getByText('To be decided by Equipment supervisor').waitFor();
  const decide = async (verdict: string, words: string) => {
    await page.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(verdict, { exact: true }).click();
    await dialog.getByRole('textbox').last().fill(words);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await decide('Reject', '图纸不清');
  await page.getByText('Front desk clerk', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: 'Ask again' }).waitFor({ state: 'hidden' });
  await decide('Approve', '已补');
  await page.getByText('Checked on the spot').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/ticket.png`, fullPage: true });
  assert.deepEqual(house.complaints, []);
});

test('the cashier signs with the amounts, and the ticket shows who was told of returned passes and who knows', async () => {
  const { world } = house;
  const [equipment, site, keeper] = [
    await hire(world, 'equipment', 'equipment_supervisor'),
    await hire(world, 'site', 'site_supervisor'),
    await hire(world, 'sitekeeper', 'site_administrator'),
  ];
  const { id } = await takeInMatter(world, 'renovation', {
    title: '厨房翻新',
    fields: {
      works_sort: 'kitchen_bath',
      works: '改水电',
      starts_on: '2026-10-12',
      ends_on: '2026-11-12',
      contractor: '匠心装饰',
      workers: 2,
    },
  });
  const give = (who: PersonKey, approval: string, fields: object = {}) =>
    world.act(
      who,
      approve,
      id,
      approveInput.parse({
        approval,
        verdict: 'approved',
        fields,
        ...(['copy_delivered', 'rules_acknowledged'].includes(approval) ? { signedBy: '陈先生' } : {}),
      }),
    );
  await bringPapers(world, 'desk', id);
  await give('desk', 'spot_check', { rules_given: true });
  await give(equipment, 'first_review', { load_bearing: false });
  await give('office', 'second_review', { conditions: '8:00-18:00' });
  await give('assistant', 'copy_delivered');
  await give(keeper, 'rules_acknowledged', {
    foreman: '马工',
    handbook_edition: '2026 版',
    handbook_given_on: '2026-10-10',
  });
  const papers = ['registration_form', 'workers_papers', 'papers_copied', 'workers_photos'];
  await give(keeper, 'registration', Object.fromEntries(papers.map((key) => [key, true])));
  const page = await house.sit('cashier', `/tickets/${id}`, { language: 'zh-hans' });
  const collected = [
    ['charges', { ticketId: id, item: 'renovation_charge', amount: 230_000, dueDay: '2026-12-31' }],
    ['charge-receipts', { customerId: world.customers.chen, amount: 230_000, way: 'cash' }],
  ] as const;
  for (const [path, data] of collected) {
    const headers = { 'x-huiyin': '1', origin: house.address };
    const answer = await page.request.post(`${house.address}/api/${path}`, { headers, data });
    assert.ok(answer.ok(), await answer.text());
  }
  await page.reload();
  await page.getByRole('button', { name: '签字', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '出纳收款签字' });
  await dialog.getByLabel('实收费用（元）').fill('300');
  await dialog.getByLabel('实收押金（元）').fill('2000');
  await dialog.getByLabel('收据编号').fill('R-0921');
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/cashier.png` });
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await give(keeper, 'passes_made', { passes: 3, pass_numbers: 'L-1 至 L-3', passes_until: '2026-11-12' });
  await give('supervisor', 'passes_issued');
  const rules = [
    'as_permitted',
    'structure_intact',
    'waste_removed',
    'hours_kept',
    'fire_safety',
    'common_protected',
    'workers_with_pass',
  ];
  await give(keeper, 'site_check', Object.fromEntries(rules.map((key) => [key, 'in_order'])));
  await world.act('desk', moveStage, id, moveStageInput.parse({ stage: 'acceptance' }));
  await give(site, 'works_accepted', { accepted_on: '2026-11-12' });
  await give(keeper, 'passes_recovered', { passes_returned: 3, passes_missing: false });
  const captain = await house.sit('captain', `/tickets/${id}`, { language: 'en' });
  await captain.getByText('Told: 卫队长', { exact: false }).waitFor();
  await captain.getByText('does not know yet', { exact: false }).first().waitFor();
  assert.deepEqual(await hindrances(captain), []);
  if (SHOTS) await captain.getByText('Told: 卫队长', { exact: false }).scrollIntoViewIfNeeded();
  if (SHOTS) await captain.screenshot({ path: `${SHOTS}/captain.png` });
  assert.deepEqual(house.complaints, []);
});

test('who edits a kind names a post that approves, and sees what is wrong with an approval', async () => {
  const page = await house.sit('admin', '/administration/kinds/fit_out', { language: 'en' });
  const part = page
    .getByRole('region', { name: 'Approvals' })
    .or(page.locator('section', { hasText: 'Add an approval' }));
  await part.getByRole('button', { name: 'Add an approval' }).click();
  const group = part.getByRole('group', { name: 'approval_5' });
  await group.getByText('approval_5').first().click();
  await group.getByText('Centre manager').first().click();
  await group.getByLabel('Role or post').selectOption({ label: 'Equipment supervisor' });
  assert.deepEqual(await hindrances(page), []);
  if (SHOTS) await part.first().screenshot({ path: `${SHOTS}/editor.png` });
  const dark = await house.sit('admin', '/administration/kinds/renovation', {
    language: 'zh-hans',
    dark: true,
    phone: true,
  });
  await dark.getByText('增加审批环节').waitFor();
  await dark.getByRole('group', { name: '收回临时出入证' }).getByText('收回临时出入证').first().click();
  await dark.getByText('知会对象（1）').waitFor();
  assert.deepEqual(await hindrances(dark), []);
  if (SHOTS) await dark.screenshot({ path: `${SHOTS}/editor-phone.png`, fullPage: true });
  assert.deepEqual(house.complaints, []);
});
