import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyinForms } from './pinyin.ts';

const spellings = (name: string, ...wanted: string[]): void => {
  const forms = pinyinForms(name);
  for (const form of wanted) assert.ok(forms.includes(form), `${name}: ${form} in ${forms.join(' ')}`);
};

test('a name is spelt in full, by initials, and by surname and initials', () => {
  assert.deepEqual(pinyinForms('王小明'), ['wangxiaoming', 'wxm', 'xiaoming', 'xm', 'ming', 'm', 'wangxm']);
});

test('surnames are read as surnames', () => {
  spellings('单小明', 'shanxiaoming', 'sxm');
  spellings('仇英', 'qiuying');
  spellings('曾国藩', 'zengguofan', 'zgf');
  spellings('欧阳锋', 'ouyangfeng', 'oyf');
  spellings('尉迟恭', 'yuchigong');
});

test('a character of several readings is found by each', () => {
  spellings('王乐', 'wangle', 'wangyue', 'wl', 'wy');
  spellings('任行', 'renxing', 'renhang');
});

test('ü is found as v and as u', () => {
  spellings('吕布', 'lvbu', 'lubu', 'lb');
});

test('what is no Chinese name has no pinyin', () => {
  assert.deepEqual(pinyinForms('smith'), []);
  assert.deepEqual(pinyinForms('カフェ'), []);
  assert.deepEqual(pinyinForms('😀'), []);
  assert.deepEqual(pinyinForms(''), []);
});

test('a character without a reading ends the name, and a firm is cut', () => {
  assert.deepEqual(pinyinForms('王𪚥'), ['wang', 'w']);
  const firm = pinyinForms('北京阳光物业管理有限责任公司第三分公司');
  assert.ok(firm.includes('bjygwyglyxzr'));
  assert.ok(firm.every((form) => /^[a-z]+$/.test(form)));
});
