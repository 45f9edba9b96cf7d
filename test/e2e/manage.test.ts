import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

describe('whoever runs the place', () => {
  test('the manager reads the board, opens a number, and hangs it on the wall', async () => {
    const page = await house.sit('manager', '/board');
    await page.getByRole('heading', { name: 'Board' }).waitFor();
    const departments = page.getByRole('table', { name: 'Departments' });
    await departments.getByRole('link', { name: 'Customer service' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('link', { name: /Late$/ }).click();
    await page.getByRole('heading', { name: 'Late and still owed' }).waitFor();
    await page.goBack();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: /Leave wall mode/ }).click();
    await departments.waitFor();
  });

  test('the desk finds a customer by flat, adds a second phone, and it is there', async () => {
    const page = await house.sit('desk', '/customers');
    await page.getByRole('row', { name: /陈先生/ }).click();
    await page.getByRole('heading', { name: '陈先生' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: /^Edit/ }).click();
    await page.getByRole('button', { name: 'Another phone' }).click();
    await page.getByLabel('Phone 2').fill('021-62345678');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: '02162345678' }).waitFor();
  });

  test('of two who edit the same customer the second hears of it, keeps what was typed, and takes nothing back', async () => {
    const [first, second] = [await house.sit('desk', '/customers'), await house.sit('manager', '/customers')];
    for (const page of [first, second]) {
      await page.getByRole('row', { name: /陈先生/ }).click();
      await page.getByRole('button', { name: /^Edit/ }).click();
      await page.getByLabel('Note').waitFor();
    }
    await second.getByRole('textbox', { name: /^Name/ }).fill('陈先生（业主）');
    await first.getByLabel('Note').fill('家里有两只狗');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByText('家里有两只狗').waitFor();
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText('Somebody else changed this in the meantime.').first().waitFor();
    await second.waitForFunction(() => document.querySelector('textarea')?.value === '家里有两只狗');
    assert.equal(await second.getByRole('textbox', { name: /^Name/ }).inputValue(), '陈先生（业主）');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByRole('heading', { name: '陈先生（业主）' }).waitFor();
    await second.getByText('家里有两只狗').waitFor();
  });

  test('erasing asks first, wants the reason, and then nobody is found under that name', async () => {
    const page = await house.sit('manager', '/customers');
    await page.getByRole('row', { name: /林女士/ }).click();
    await page.getByRole('button', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog');
    // grey, but it can be pressed, and then says why not
    await dialog.getByRole('button', { name: 'Erase for good' }).click({ force: true });
    await page.getByText('say why first').first().waitFor();
    await dialog.getByLabel('Why').selectOption('asked_by_customer');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Everything personal was erased.').waitFor();
    assert.equal(await page.getByRole('heading', { name: '林女士' }).count(), 0);
  });

  test('places are walked by arrow keys, and show who lives there', async () => {
    const page = await house.sit('desk', '/places');
    const estate = page.getByRole('treeitem', { name: /HY/ });
    const building = page.getByRole('treeitem', { name: /^Building 3/ });
    await building.waitFor();
    await estate.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const flat = page.getByRole('treeitem', { name: /3-1202/ });
    await flat.waitFor();
    await flat.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Who lives here' }).getByRole('link', { name: '陈先生' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
  });
});

describe('administration', () => {
  test('somebody is added with a post, and gets a code that is shown once', async () => {
    const page = await house.sit('admin', '/administration/people/new');
    await page.getByLabel('Name', { exact: false }).first().fill('新来的小周');
    await page.getByLabel('User name').fill('xiaozhou');
    await page.getByLabel('First post').selectOption({ label: 'Electrician' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: '新来的小周' }).waitFor();
    await page.getByRole('button', { name: 'One-time code' }).click();
    await page.getByRole('button', { name: 'Make the code' }).click();
    await page.getByText('User name: xiaozhou').waitFor();
    assert.deepEqual(await hindrances(page), []);
  });

  test('leaving asks first and says how much moves', async () => {
    const page = await house.sit('admin', '/administration/people');
    await page.getByRole('row', { name: /冯师傅/ }).click();
    await page.getByRole('button', { name: 'Leaves for good' }).click();
    const dialog = page.getByRole('dialog', { name: '冯师傅 leaves for good?' });
    await dialog.getByText('0 open tickets and 0 work orders move in this one act.').waitFor();
    await dialog.getByRole('button', { name: 'Leave and move everything' }).click();
    await page.getByText('Left for good.').waitFor();
  });

  test('other hours are tried on the running clocks before they are applied, with the reason', async () => {
    const page = await house.sit('admin', '/administration/calendars');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByLabel(/^Monday, opens 1/).fill('07:45');
    await page.getByRole('button', { name: 'What would it change?' }).click();
    await page.getByText('No running deadline moves.').waitFor();
    await page.getByLabel('Why').fill('Winter hours');
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Apply as a new version' }).click();
    await page.getByRole('table', { name: 'Versions' }).getByText('Winter hours').waitFor();
  });

  test('a limit is changed as a new version; before and after are shown first', async () => {
    const page = await house.sit('admin', '/administration/limits/leak');
    await page
      .getByLabel(/^How many: /)
      .first()
      .fill('7');
    await page.getByRole('button', { name: 'What would it change?' }).click();
    const change = page.getByRole('table', { name: 'Your change' });
    await change.getByText(/^7 /).waitFor();
    await page.getByLabel('Why').fill('Agreed with the owners');
    await page.getByRole('button', { name: 'Apply as a new version' }).click();
    await page.getByRole('table', { name: 'Versions' }).getByText('Agreed with the owners').waitFor();
  });

  test('what is typed stays while somebody else applies a change, and is applied on top of it', async () => {
    const pages = [
      await house.sit('admin', '/administration/limits/complaint'),
      await house.sit('admin', '/administration/limits/complaint'),
    ] as const;
    const [mine, others] = pages;
    const limit = (page: Page, at: number) => page.getByLabel(/^How many: /).nth(at);
    const tryOut = async (page: Page, at: number, why: string) => {
      await limit(page, at).fill('9');
      await page.getByRole('button', { name: 'What would it change?' }).click();
      await page.getByLabel('Why').fill(why);
    };
    const apply = (page: Page) => page.getByRole('button', { name: 'Apply as a new version' }).click();
    await tryOut(mine, 0, 'Mine');
    await tryOut(others, 1, 'Theirs');
    await apply(others);
    const versions = mine.getByRole('table', { name: 'Versions' });
    await versions.getByText('Theirs').waitFor();
    assert.equal(await limit(mine, 0).inputValue(), '9');
    await apply(mine);
    await mine.getByText(/Somebody else changed this/).waitFor();
    await mine.getByRole('button', { name: 'What would it change?' }).click();
    assert.equal(await mine.getByLabel('Why').inputValue(), 'Mine');
    await apply(mine);
    await versions.getByText('Mine').waitFor();
    assert.deepEqual([await limit(mine, 0).inputValue(), await limit(mine, 1).inputValue()], ['9', '9']);
  });

  test('posts and departments are read and edited without hindrance', async () => {
    const page = await house.sit('admin', '/administration/posts');
    await page.getByRole('table', { name: 'Posts' }).getByRole('link', { name: 'Electrician' }).click();
    await page.getByLabel('See tickets').waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.goto(`${house.address}/administration/departments`);
    await page.getByRole('button', { name: 'Edit Security' }).click();
    await page.getByRole('dialog').getByLabel('Phone').fill('010-6234 5678');
    await page.getByRole('dialog').getByRole('button', { name: 'What would it change?' }).click();
    await page.getByRole('dialog').getByText('Plans owed by its posts').waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('dialog').getByLabel('Why').fill('A line of its own');
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('cell', { name: '010-6234 5678' }).waitFor();
  });
});

describe('for oneself, and for the month', () => {
  test('a personal token is made with its rights, shown once, and ended', async () => {
    const page = await house.sit('manager', '/account');
    await page.getByRole('region', { name: 'Personal tokens' }).getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').fill('Spreadsheet');
    await dialog.getByLabel('See board and figures').check();
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    const row = page.getByRole('row', { name: /Spreadsheet/ });
    await row.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await row.waitFor({ state: 'detached' });
    assert.deepEqual(await hindrances(page), []);
  });

  test('figures say what each share is a share of, on a telephone in Traditional Chinese too', async () => {
    const page = await house.sit('manager', '/figures', { phone: true, language: 'zh-hant' });
    await page.getByRole('table', { name: '本期全部指標' }).getByText('準時履行率').waitFor();
    await page.getByText('統計口徑').click();
    await page.getByText('已到期仍未履行計為未準時', { exact: false }).first().waitFor();
    assert.deepEqual(await hindrances(page), []);
  });

  test('nothing was complained of', () => {
    assert.deepEqual(house.complaints, []);
  });
});
