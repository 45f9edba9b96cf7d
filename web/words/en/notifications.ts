export const notifications = {
  title: 'Notifications',
  button: 'Notifications, {count} unread',
  none: 'Nothing new',
  none_why: 'Warnings, hand-overs and escalations that concern you appear here.',
  all: 'All notifications',
  unread: 'Unread.',
  mark_read: 'Mark as read',
  acknowledge: 'Got it',
  acknowledged: 'Acknowledged',
  mark_all: 'Mark all as read',
} as const;
