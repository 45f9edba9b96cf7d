import type { followUpErrors as english } from '../en/errors-follow-up.ts';
import type { Translation } from '../words.ts';

export const followUpErrors: Translation<typeof english> = {
  'return_visit.unknown': '没有这条回访记录，或您无权查看。',
  'return_visit.ended': '这次回访已经结束。',
  'return_visit.no_exception': '该客户必须回访，不可免访。',
  'return_visit.not_made': '尚未完成回访，没有可签署的回访单。',
  'return_visit.already_signed': '回访单已经签署。',
  'return_visit.no_fault': '这次回访没有发现问题。',
  'return_visit.fault_department_missing': '请选择由哪个部门整改。',
  'return_visit.result_missing': '客户提出了意见，请填写答复客户的结果。',
  'notice.unknown': '没有这份整改通知，或您无权查看。',
  'notice.withdrawn': '{number} 号整改通知已撤回。',
  'notice.verified': '{number} 号整改通知已复查通过并关闭。',
  'notice.already_received': '已经签收。',
  'notice.already_replied': '已经回复，正等待复查。',
  'notice.not_replied': '部门尚未回复。',
  'notice.own_reply': '您回复的内容须由他人复查。',
  'notice.reason_missing': '请填写不通过的原因。',
  'notice.department_missing': '请选择通知发给哪个部门。',
  'notice.deadline_in_past': '期限须晚于现在。',
  'notice.not_late': '这项承诺并未逾期。',
  'notice.already_issued': '已就此下发 {number} 号整改通知。',
  'notification.unknown': '这条消息已不存在。',
  'notification.not_asked': '这条消息无需确认。',
  'ruling.withdrawn': '该请示已撤回，承诺实际已按时履行。',
};
