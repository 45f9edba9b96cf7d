import type { calendarFeeds as english } from '../en/calendar-feeds.ts';
import type { Translation } from '../words.ts';

export const calendarFeeds: Translation<typeof english> = {
  title: '日曆訂閱',
  why: '在手機或郵件程式的日曆中顯示您的到府預約、回訪和承諾時限。日曆透過一個私密網址讀取，知道網址的人都能看到。',
  own: '我的日曆',
  of: '{name}（部門主管）',
  make: '產生網址',
  renew: '更換網址',
  end: '停用',
  which: '日曆',
  used: '最近讀取',
  never: '尚未讀取',
  once: '請在日曆程式中以「訂閱」方式加入此網址。網址只顯示這一次。',
  kept: '我已記下',
  address: '網址',
  new: '日曆網址',
  end_title: '停用這個日曆網址？',
  end_why: '訂閱了該網址的日曆將不再更新。',
  renew_title: '更換網址？',
  renew_why: '舊網址立即失效，請在使用處換成新網址。',
  rule: '日曆中顯示客戶姓名',
  rule_why: '對所有人生效。關閉時日曆只顯示單號、類型和位置；電話號碼一律不顯示。',
};
