import type { administration as english } from '../en/administration.ts';
import type { Translation } from '../words.ts';

export const administration: Translation<typeof english> = {
  people: '人員',
  posts: '職位',
  departments: '部門',
  calendars: '工作日曆',
  limits: '時限',
  kinds: '類別',
  journal: '管理紀錄',
  looks: '查閱紀錄',
  words: '用語',
  configuration: '組態檔',
  pack: '行業包新增',
  channels: '管道',
  webhooks: '系統串接',
};
