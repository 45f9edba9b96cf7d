import type { words as english } from '../en/words.ts';
import type { Translation } from '../words.ts';

export const words: Translation<typeof english> = {
  language: '語言',
  find: '查找用語',
  find_why: '按介面現有文字查找，最多顯示 60 條。',
  none: '沒有符合的用語',
  none_why: '換一個更短的詞試試。',
  own_of: '「{text}」改稱',
  gaps: '必須保留 {gaps}。',
  replace: '在以上各條中改為',
  replace_do: '取代 {count} 條',
  names: '類別、階段、部門和崗位的名稱在各自頁面修改。',
  applied: '各介面已改用第 {n} 版用語。',
  preview_first: '尚未儲存，請先查看哪些用語會變。',
  faulty: '有用語缺少必須保留的內容',
};
