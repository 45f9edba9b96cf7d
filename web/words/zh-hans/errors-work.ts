import type { workErrors as english } from '../en/errors-work.ts';
import type { Translation } from '../words.ts';

export const workErrors: Translation<typeof english> = {
  'work_order.unknown': '此工单不存在，或者您无权查看。',
  'work_order.none_waiting': '没有待您接收的工单。',
  'work_order.cancelled': '此工单已取消。',
  'work_order.ended': '此工单已结束。',
  'work_order.step_out_of_order': '请先完成前一步。',
  'work_order.signer_missing': '请填写签名人。',
  'work_order.department_missing': '请选择部门。',
  'work_order.person_not_of_department': '此人不属于该部门。',
  'appointment.clash': '与 {number} 冲突（{from} 至 {until}）。',
  'appointment.in_past': '请选择将来的时间。',
  'appointment.too_far': '时间太远。',
  'appointment.ends_before_it_begins': '结束时间早于开始时间。',
  'place.unknown': '此位置不存在。',
  'department.unknown': '此部门不存在。',
  'person.not_here': '此人不在本中心。',
};
