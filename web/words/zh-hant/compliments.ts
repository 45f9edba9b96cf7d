import type { compliments as english } from '../en/compliments.ts';
import type { Translation } from '../words.ts';

export const compliments: Translation<typeof english> = {
  title: '表揚',
  pass_on: '轉達並答覆',
  people: '被表揚人',
  departments: '被表揚部門',
  chosen: '已選人員',
  answer: '答覆客戶',
  answer_why: '標準用語，可修改',
  about_needed: '請選擇被表揚的人員或部門。',
  why: '將轉達本人及其上級並計數，答覆後結案。',
};
