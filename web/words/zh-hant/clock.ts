import type { clock as english } from '../en/clock.ts';
import type { Translation } from '../words.ts';

export const clock: Translation<typeof english> = {
  left: '還剩 {time}',
  left_working: '工作時間還剩 {time}',
  late_by: '已逾時 {time}',
  kept: '已履行',
  missed: '未履行',
  cancelled: '已取消',
  paused: '已暫停，還剩 {left}',
  paused_because: '已暫停：{why}，還剩 {left}',
  paused_by_because: '{who}已暫停：{why}，還剩 {left}',
  waiting_acceptance: '等待接手，{left}',
  stands_until: '{left}，{at} 起繼續計時',
  changed: '{title}：{words}',
  owed_to: '對 {whom}',
  due: '期限 {at}',
  explained: '期限 {at}',
  owner: '負責人：{name}',
  next: '下一步：{at} 通知{whom}：{what}',
  span: '{from} 至 {to}',
  step_start: '{at} 開始計時',
  step_due: '{at} 到期',
  step_counted: '{span}：計 {time}',
  step_paused: '{span}：暫停',
  step_outside: '{span}：不計時',
  because: '{sentence}（{why}）',
};
