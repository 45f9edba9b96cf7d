import type { security as english } from '../en/security.ts';
import type { Translation } from '../words.ts';

export const security: Translation<typeof english> = {
  title: '安全性',
  required_of: '兩步驟驗證的要求範圍',
  nobody: '不作要求',
  some_posts: '部分崗位',
  everybody: '所有人',
  posts: '要求的崗位',
  from: '生效時間',
  from_how: '在此之前只作提醒。留空則立即生效。',
  trust_days: '信任瀏覽器的天數',
  trust_days_how: '0：每次登入都要動態碼。',
  why: '變更原因',
  why_needed: '須填原因，隨變更一起留存。',
  save: '儲存規則',
  saved: '第 {version} 版即刻生效。',
  last_changed: '{when} 變更：{why}',
};
