import type { canned as english } from '../en/canned.ts';
import type { Translation } from '../words.ts';

export const canned: Translation<typeof english> = {
  title: '最常见的诉求',
  often: '常见诉求',
  change: '调整',
  changed: '前台常见诉求已更新。',
  why: '调整原因',
  lately: '近 90 天的诉求',
  lately_why: '按类型和首要选项统计',
  times: '{count} 次',
  add: '加入 {name}',
  there: '已在列表中',
  full: '最多十二项，请先移除一项',
  remove: '移除 {name}',
  name_in: '名称（{language}）',
};
