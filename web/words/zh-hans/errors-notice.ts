import type { noticeErrors as english } from '../en/errors-notice.ts';
import type { Translation } from '../words.ts';

export const noticeErrors: Translation<typeof english> = {
  'notice.unknown': '此整改通知不存在，或者您无权查看。',
  'notice.withdrawn': '整改通知 {number} 已撤回。',
  'notice.verified': '整改通知 {number} 已复查。',
  'notice.already_received': '已经签收。',
  'notice.already_replied': '已经回复。',
  'notice.not_replied': '部门尚未回复。',
  'notice.own_reply': '回复人不能自行复查。',
  'notice.department_missing': '请选择部门。',
  'notice.deadline_in_past': '请选择将来的期限。',
  'notice.not_late': '尚未超时，无需下发整改通知。',
  'notice.already_issued': '已就此下发整改通知 {number}。',
  'notice.reason_missing': '请填写不通过的原因。',
  'return_visit.unknown': '此回访不存在，或者您无权查看。',
  'return_visit.ended': '此回访已结束。',
  'return_visit.no_exception': '按规定此回访不能免除。',
  'return_visit.not_made': '尚未完成回访。',
  'return_visit.already_signed': '回访单已签署。',
  'return_visit.no_fault': '回访未发现问题。',
  'return_visit.fault_department_missing': '请选择整改部门。',
  'return_visit.result_missing': '请填写答复客户的结果。',
  'notification.unknown': '此通知不存在。',
  'notification.not_asked': '此通知无需确认。',
  'contact.unknown': '此联系记录不存在，或者您无权查看。',
};
