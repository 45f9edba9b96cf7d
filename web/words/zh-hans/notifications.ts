import type { notifications as english } from '../en/notifications.ts';
import type { Translation } from '../words.ts';

export const notifications: Translation<typeof english> = {
  title: '通知',
  button: '通知，{count} 条未读',
  none: '没有新通知',
  none_why: '与您有关的提醒、交接和升级会显示在这里。',
  all: '全部通知',
  unread: '未读。',
  mark_read: '标为已读',
  acknowledge: '知道了',
  acknowledged: '已确认',
  mark_all: '全部标为已读',
};
