import type { Translation } from '../words.ts';
import type { letters as en } from '../en/letters.ts';

export const letters: Translation<typeof en> = {
  pages: '信件頁面',
  page: '第 {number} 頁',
  page_pdf: '第 {number} 頁（PDF）',
  add_pages: '拍照或掃描信件',
  remove_page: '移除第 {number} 頁',
  pages_full: '最多 {count} 頁',
};
