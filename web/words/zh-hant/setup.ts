import type { setup as english } from '../en/setup.ts';
import type { Translation } from '../words.ts';

export const setup: Translation<typeof english> = {
  title: '設定您的客戶服務中心',
  organisation: '單位名稱',
  organisation_why: '客戶熟悉的名稱，會印在信函與單據上。',
  pack: '行業',
  language: '語言',
  zone: '時區',
  zone_why: '期限與工作時間依此時區計算。',
  administrator: '首位系統管理員',
  name: '姓名',
  begin: '開始使用',
  already: '已完成初始設定。',
};
