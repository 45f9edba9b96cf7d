import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skillNames, splitSkills } from './skills.ts';

const leak = { key: 'leak', name: { en: 'Leak', 'zh-hans': '漏水报修', 'zh-hant': '漏水報修' } };
const help = { key: 'help', name: { en: 'Help', 'zh-hans': '求助', 'zh-hant': '求助' } };
const kinds = [leak, help];

test('skills are read as words: kinds by their names, the rest as somebody wrote it', () => {
  const skills = ['help', 'English', 'leak'];
  assert.deepEqual(
    skillNames(skills, kinds, (name) => name['zh-hans']),
    ['漏水报修', '求助', 'English'],
  );
  assert.deepEqual(splitSkills(skills, kinds), { kinds: ['help', 'leak'], others: ['English'] });
});
