import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../words.ts';

export const timeline: Translation<typeof english> = {
  new: '上次查看后的新内容',
  recorded: '记录于',
  show: '显示',
};
