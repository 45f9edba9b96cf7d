import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../words.ts';

export const timeline: Translation<typeof english> = {
  new: '上次檢視後的新內容',
  recorded: '記錄於',
  show: '顯示',
};
