import type { notifications as english } from '../en/notifications.ts';
import type { Translation } from '../words.ts';

export const notifications: Translation<typeof english> = {
  title: '通知',
  button: '通知，{count} 則未讀',
  none: '沒有新通知',
  none_why: '與您有關的提醒、交接與升級會顯示在這裡。',
  all: '所有通知',
  unread: '未讀。',
  mark_read: '標示為已讀',
  acknowledge: '知道了',
  acknowledged: '已確認',
  mark_all: '全部標示為已讀',
};
