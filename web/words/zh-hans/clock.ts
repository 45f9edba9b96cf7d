import type { clock as english } from '../en/clock.ts';
import type { Translation } from '../words.ts';

export const clock: Translation<typeof english> = {
  left: '还剩 {time}',
  left_working: '工作时间还剩 {time}',
  late_by: '已超时 {time}',
  kept: '已兑现',
  missed: '未兑现',
  cancelled: '已取消',
  paused: '已暂停，还剩 {left}',
  paused_because: '已暂停：{why}，还剩 {left}',
  paused_by_because: '{who}已暂停：{why}，还剩 {left}',
  waiting_acceptance: '等待接收，{left}',
  stands_until: '{left}，{at} 起继续计时',
  changed: '{title}：{words}',
  owed_to: '对 {whom}',
  due: '期限 {at}',
  explained: '期限 {at}',
  owner: '责任人：{name}',
  next: '下一步：{at} 通知{whom}：{what}',
  span: '{from} 至 {to}',
  step_start: '{at} 开始计时',
  step_due: '{at} 到期',
  step_counted: '{span}：计 {time}',
  step_paused: '{span}：暂停',
  step_outside: '{span}：不计时',
  because: '{sentence}（{why}）',
};
