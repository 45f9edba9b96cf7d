import type { Translation } from '../words.ts';
import type { letters as en } from '../en/letters.ts';

export const letters: Translation<typeof en> = {
  pages: '信件页面',
  page: '第 {number} 页',
  page_pdf: '第 {number} 页（PDF）',
  add_pages: '拍照或扫描信件',
  remove_page: '移除第 {number} 页',
  pages_full: '最多 {count} 页',
};
