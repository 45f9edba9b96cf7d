import type { words as english } from '../en/words.ts';
import type { Translation } from '../words.ts';

export const words: Translation<typeof english> = {
  language: '语言',
  find: '查找用语',
  find_why: '按界面现有文字查找，最多显示 60 条。',
  none: '没有匹配的用语',
  none_why: '换一个更短的词试试。',
  own_of: '“{text}”改称',
  gaps: '必须保留 {gaps}。',
  replace: '在以上各条中改为',
  replace_do: '替换 {count} 条',
  names: '类型、阶段、部门和岗位的名称在各自页面修改。',
  applied: '各界面已改用第 {n} 版用语。',
  preview_first: '尚未保存，请先查看哪些用语会变。',
  faulty: '有用语缺少必须保留的内容',
};
