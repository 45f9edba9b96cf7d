import type { errorLog as english } from '../en/error-log.ts';
import type { Translation } from '../words.ts';

export const errorLog: Translation<typeof english> = {
  log: '登记差错',
  logged: '已登记。',
  none: '没有差错记录',
  none_why: '登记差错和从中得到的教训；同类差错再次发生时会标记并通知上级。',
  person: '差错人',
  sort: '差错类别',
  again: '同类第 {n} 次',
  repetition: '重复',
  repeated_only: '同类再犯',
  what: '差错经过',
  what_needed: '请写明差错经过。',
  lesson: '教训',
  lesson_needed: '请写明教训。',
  ticket: '受理单',
  at: '发生时间',
  by: '登记人',
};
