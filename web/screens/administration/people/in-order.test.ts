import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byName, byRank } from './in-order.ts';

const how = { said: (name: { en: string }) => name.en, locale: 'en-GB' };
const named = (en: string) => ({ en, 'zh-hans': en, 'zh-hant': en });
const post = (id: string, superiorPostId: string | null, closed = false) => ({
  id,
  name: named(id),
  superiorPostId,
  closed,
});

test('a post is followed by those that report to it, by name; closed ones come last', () => {
  const posts = [
    post('Plumber', 'Head of maintenance'),
    post('Caretaker', 'Manager', true),
    post('Head of maintenance', 'Manager'),
    post('Stranded', 'Caretaker'),
    post('Desk', 'Head of service'),
    post('Electrician', 'Head of maintenance'),
    post('Head of service', 'Manager'),
    post('Manager', null),
  ];
  assert.deepEqual(
    byRank(posts, how).map(({ id }) => id),
    ['Manager', 'Head of maintenance', 'Electrician', 'Plumber', 'Head of service', 'Desk', 'Stranded', 'Caretaker'],
  );
});

test('departments stand by name in the language spoken, outside firms after them, closed ones last', () => {
  const one = (hans: string, outsideFirm = false, closed = false) => ({
    name: { en: hans, 'zh-hans': hans, 'zh-hant': hans },
    outsideFirm,
    closed,
  });
  const rows = [one('电梯公司', true), one('维修部'), one('安保部'), one('旧部门', false, true), one('客户服务部')];
  const chinese = { said: (name: { 'zh-hans': string }) => name['zh-hans'], locale: 'zh-CN' };
  assert.deepEqual(
    byName(rows, chinese).map(({ name }) => name.en),
    ['安保部', '客户服务部', '维修部', '电梯公司', '旧部门'],
  );
});
