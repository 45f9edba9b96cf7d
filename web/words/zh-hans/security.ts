import type { security as english } from '../en/security.ts';
import type { Translation } from '../words.ts';

export const security: Translation<typeof english> = {
  title: '安全',
  required_of: '两步验证的要求范围',
  nobody: '不作要求',
  some_posts: '部分岗位',
  everybody: '所有人',
  posts: '要求的岗位',
  from: '生效时间',
  from_how: '此前只作提醒。留空则立即生效。',
  trust_days: '信任浏览器的天数',
  trust_days_how: '0：每次登录都要动态码。',
  why: '修改原因',
  why_needed: '须填原因，随修改一起留存。',
  save: '保存规则',
  saved: '第 {version} 版即刻生效。',
  last_changed: '{when} 修改：{why}',
};
