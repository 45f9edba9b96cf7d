import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { addArticle } from '../../src/knowledge/commands/write-article.ts';
import { addArticleInput } from '../../src/knowledge/inputs.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { resolveInput } from '../../src/ticket/inputs.ts';
import { answerInput } from '../../src/ticket/inputs-words.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
let law: Id<'article'>;
before(async () => {
  house = await openHouse();
  const { world } = house;
  const given = {
    sort: 'policy',
    audience: 'public',
    title: { 'zh-hans': '装饰装修管理办法' },
    body: { 'zh-hans': '动工前须申报。\n\n- 防渗漏保修期为五年。' },
    source: '建设部令第110号',
    inForceOn: '2002-05-01',
  };
  law = await world.act('manager', addArticle, addArticleInput.parse(given));
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the desk finds an article while talking and cites it in the answer, with its source and date of force [KNOW-02, KNOW-03]', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'consultation', {
    title: '装修保修',
    fields: { question: '卫生间防渗漏保修期是几年' },
  });
  const page = await house.sit('desk', '/front-desk');
  await page
    .getByRole('button', { name: /Consultation/ })
    .first()
    .click();
  const knowledge = page.getByRole('region', { name: 'Knowledge base' });
  await knowledge.getByLabel('Search the knowledge base').fill('防渗漏');
  await knowledge.getByText('装饰装修管理办法').click();
  await knowledge.getByText('动工前须申报').waitFor();
  assert.deepEqual(await hindrances(page), []);

  await page.goto(`${house.address}/tickets/${ticket.id}`);
  const near = page.getByRole('region', { name: 'Knowledge', exact: true });
  await near.getByText('装饰装修管理办法').click();
  assert.deepEqual(await hindrances(page), []);
  await near.getByRole('button', { name: 'Cite in the answer' }).click();
  const answer = page.getByRole('textbox', { name: 'Answer' });
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('110'));
  const words = await answer.inputValue();
  assert.match(words, /According to “装饰装修管理办法” \(建设部令第110号, in force since 2002-05-01\)/);
  assert.match(words, new RegExp(`/c/articles/${law}`), 'what customers may read is linked');
  await page.getByRole('button', { name: 'Record the answer' }).click();
  await page.getByText('in force since 2002-05-01', { exact: false }).first().waitFor();
  await near.getByText('used here').waitFor();
});

test('the supervisor writes an article from a solved case; half written it survives a reload, and a preview shows it [KNOW-05]', async () => {
  const { world } = house;
  const ticket = await takeInMatter(world, 'consultation', {
    title: '陈先生问燃气表电池',
    fields: { question: '陈先生 13800001202 问燃气表电池谁换' },
  });
  await world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: '燃气公司免费更换' }));
  await world.act('desk', resolveTicket, ticket.id, resolveInput.parse({ outcome: '由燃气公司更换' }));
  const page = await house.sit('supervisor', `/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Write an article from it' }).click();
  await page.getByText(/names and telephone numbers were left out/).waitFor();
  const title = page.getByLabel('Title');
  assert.doesNotMatch(
    `${await title.inputValue()} ${await page.getByLabel('Text', { exact: false }).last().inputValue()}`,
    /陈先生|1380000/,
  );
  await title.fill('燃气表电池谁来换');
  assert.deepEqual(await hindrances(page), []);
  await page.reload();
  await page.getByLabel('Title').waitFor();
  assert.equal(await page.getByLabel('Title').inputValue(), '燃气表电池谁来换', 'half written it survives');
  await page.getByText('Preview', { exact: true }).click();
  await page.getByRole('heading', { name: '燃气表电池谁来换' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Save the article' }).click();
  await page.getByRole('heading', { level: 1, name: '燃气表电池谁来换' }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`${ticket.number}`) })
    .waitFor();
});

test('a review falls due and is late by itself; confirming it settles it [KNOW-01]', async () => {
  const { world } = house;
  const given = { sort: 'product', title: { 'zh-hans': '门禁卡' }, body: { 'zh-hans': '每张 20 元。' } };
  const id = await world.act('supervisor', addArticle, addArticleInput.parse(given));
  await world.database.transact(world.organisation.schema, (tx) =>
    tx.updateTable('commitment').set({ due_at: world.clock.now() }).where('subject_id', '=', id).execute(),
  );
  const page = await house.sit('supervisor', '/knowledge?view=reviews');
  await page.getByRole('row', { name: /门禁卡.*Late/ }).click();
  await page.getByText('It was not reviewed in time', { exact: false }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Confirm it is right' }).click();
  await page.getByText('It was not reviewed in time', { exact: false }).waitFor({ state: 'detached' });
  await page.goto(`${house.address}/knowledge?view=reviews`);
  await page.getByText('1 late').waitFor();
});

test('a member reads the staff code and says so, and passes the test of a guide [KNOW-06, KNOW-07]', async () => {
  const page = await house.sit('manager', '/knowledge/new');
  await page.getByLabel('Sort').selectOption('rules');
  await page.getByLabel('Must be read').check();
  await page.getByLabel('Title').fill('Staff code');
  await page.getByLabel('Text').last().fill('- Greet first.\n- Promise only what you keep.');
  await page.getByRole('button', { name: 'Save the article' }).click();
  await page.getByRole('button', { name: 'Give it a test' }).click();
  await page.getByRole('textbox', { name: 'Question' }).fill('What comes first?');
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('The greeting');
  await page.getByRole('textbox', { name: 'Choice 2' }).fill('The form');
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Save the test' }).click();
  await page.getByRole('heading', { name: 'Who has passed' }).waitFor();

  const desk = await house.sit('desk', '/knowledge?view=readings');
  await desk.getByRole('link', { name: 'Read and confirm' }).click();
  await desk.getByRole('button', { name: 'I have read it' }).click();
  await desk.getByText('that you read this version', { exact: false }).waitFor();
  await desk.getByRole('button', { name: 'Open the test' }).click();
  await desk.getByText('The form').click();
  await desk.getByRole('button', { name: 'Hand in' }).click();
  await desk.getByText('0 of 1 are right', { exact: false }).waitFor();
  await desk.getByText('The greeting').click();
  await desk.getByRole('button', { name: 'Hand in' }).click();
  await desk.getByText('Passed: all 1 are right').waitFor();
  assert.deepEqual(await hindrances(desk), []);
  await page.goto(`${house.address}/knowledge?view=readings`);
  await page.getByRole('row', { name: /王前台/ }).waitFor();
  assert.deepEqual(await hindrances(page), []);
});

test('a customer finds a public article on his telephone and reads it; what is for staff is not there', async () => {
  const { world } = house;
  await world.act(
    'supervisor',
    addArticle,
    addArticleInput.parse({ sort: 'guide', title: { 'zh-hans': '装修内部流程' }, body: { 'zh-hans': '内部。' } }),
  );
  const page = await house.come('/c', { phone: true });
  await page.getByLabel('Search').fill('装修');
  const found = page.getByRole('region', { name: 'Questions and answers' });
  await found.getByRole('link', { name: '装饰装修管理办法' }).waitFor();
  assert.equal(await found.getByRole('link').count(), 1);
  assert.deepEqual(await hindrances(page), []);
  await found.getByRole('link', { name: '装饰装修管理办法' }).click();
  await page.getByRole('listitem').filter({ hasText: '防渗漏保修期为五年' }).waitFor();
  await page.getByText('建设部令第110号').waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});
