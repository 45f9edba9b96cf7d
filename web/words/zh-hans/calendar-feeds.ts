import type { calendarFeeds as english } from '../en/calendar-feeds.ts';
import type { Translation } from '../words.ts';

export const calendarFeeds: Translation<typeof english> = {
  title: '日历订阅',
  why: '在手机或邮件程序的日历中显示您的上门预约、回访和承诺时限。日历通过一个私密地址读取，知道地址的人都能看到。',
  own: '我的日历',
  of: '{name}（部门负责人）',
  make: '生成地址',
  renew: '更换地址',
  end: '停用',
  which: '日历',
  used: '最近读取',
  never: '尚未读取',
  once: '请在日历程序中以“订阅”方式添加此地址。地址只显示这一次。',
  kept: '我已记下',
  address: '地址',
  new: '日历地址',
  end_title: '停用这个日历地址？',
  end_why: '订阅了该地址的日历将不再更新。',
  renew_title: '更换地址？',
  renew_why: '旧地址立即失效，请在使用处换成新地址。',
  rule: '日历中显示客户姓名',
  rule_why: '对所有人生效。关闭时日历只显示单号、类型和位置；电话号码始终不显示。',
};
