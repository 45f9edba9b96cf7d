import type { canned as english } from '../en/canned.ts';
import type { Translation } from '../words.ts';

export const canned: Translation<typeof english> = {
  title: '最常見的訴求',
  often: '常見訴求',
  change: '調整',
  changed: '前台常見訴求已更新。',
  why: '調整原因',
  lately: '近 90 天的訴求',
  lately_why: '按類型和首要選項統計',
  times: '{count} 次',
  add: '加入 {name}',
  there: '已在清單中',
  full: '最多十二項，請先移除一項',
  remove: '移除 {name}',
  name_in: '名稱（{language}）',
};
