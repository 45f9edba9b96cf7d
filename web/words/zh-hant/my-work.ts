import type { myWork as english } from '../en/my-work.ts';
import type { Translation } from '../words.ts';

export const myWork: Translation<typeof english> = {
  title: '我的工作',
  open: '{count} 件未結',
  late: '已逾時',
  due_soon: '即將到期',
  today: '今天',
  later: '以後',
  waiting_acceptance: '等待接手',
  accept: '接手',
  worst_of_more: '最急的 {count} 件',
  none: '目前沒有待辦事項',
  none_why: '您接手或收到的事項會顯示在這裡，最急的在前。',
  back: '稍後處理，現已返回',
  snoozed: '{count} 項稍後處理',
};
