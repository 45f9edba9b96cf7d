import type { workErrors as english } from '../en/errors-work.ts';
import type { Translation } from '../words.ts';

export const workErrors: Translation<typeof english> = {
  'work_order.unknown': '此工單不存在，或您無權檢視。',
  'work_order.none_waiting': '沒有待您接收的工單。',
  'work_order.cancelled': '此工單已取消。',
  'work_order.ended': '此工單已結束。',
  'work_order.step_out_of_order': '請先完成前一步。',
  'work_order.signer_missing': '請填寫簽名人。',
  'work_order.department_missing': '請選擇部門。',
  'work_order.person_not_of_department': '此人不屬於該部門。',
  'appointment.clash': '與 {number} 衝突（{from} 至 {until}）。',
  'appointment.in_past': '請選擇未來的時間。',
  'appointment.too_far': '時間太遠。',
  'appointment.ends_before_it_begins': '結束時間早於開始時間。',
  'place.unknown': '此位置不存在。',
  'department.unknown': '此部門不存在。',
  'person.not_here': '此人不在本中心。',
};
