import type { administration as english } from '../en/administration.ts';
import type { Translation } from '../words.ts';

export const administration: Translation<typeof english> = {
  people: '人员',
  posts: '岗位',
  departments: '部门',
  calendars: '工作日历',
  limits: '时限',
  kinds: '类型',
  journal: '管理记录',
  looks: '查阅记录',
  words: '用语',
  configuration: '配置文件',
  pack: '行业包新增',
  channels: '渠道',
  webhooks: '系统对接',
};
