import type { myWork as english } from '../en/my-work.ts';
import type { Translation } from '../words.ts';

export const myWork: Translation<typeof english> = {
  title: '我的工作',
  open: '{count} 件未结',
  late: '已超时',
  due_soon: '即将到期',
  today: '今天',
  later: '以后',
  waiting_acceptance: '等待接收',
  accept: '接手',
  worst_of_more: '最急的 {count} 件',
  none: '目前没有待办',
  none_why: '您接手或收到的事项会显示在这里，最急的在前。',
  back: '稍后处理，现已返回',
  snoozed: '{count} 项稍后处理',
};
