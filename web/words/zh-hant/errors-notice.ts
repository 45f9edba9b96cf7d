import type { noticeErrors as english } from '../en/errors-notice.ts';
import type { Translation } from '../words.ts';

export const noticeErrors: Translation<typeof english> = {
  'notice.unknown': '此改善通知不存在，或您無權檢視。',
  'notice.withdrawn': '改善通知 {number} 已撤回。',
  'notice.verified': '改善通知 {number} 已複查。',
  'notice.already_received': '已經簽收。',
  'notice.already_replied': '已經回覆。',
  'notice.not_replied': '部門尚未回覆。',
  'notice.own_reply': '回覆人不能自行複查。',
  'notice.department_missing': '請選擇部門。',
  'notice.deadline_in_past': '請選擇未來的期限。',
  'notice.not_late': '尚未逾時，無需發出改善通知。',
  'notice.already_issued': '已就此發出改善通知 {number}。',
  'notice.reason_missing': '請填寫不合格的原因。',
  'return_visit.unknown': '此回訪不存在，或您無權檢視。',
  'return_visit.ended': '此回訪已結束。',
  'return_visit.no_exception': '依規定此回訪不能免除。',
  'return_visit.not_made': '尚未完成回訪。',
  'return_visit.already_signed': '回訪單已簽署。',
  'return_visit.no_fault': '回訪未發現問題。',
  'return_visit.fault_department_missing': '請選擇改善部門。',
  'return_visit.result_missing': '請填寫答覆客戶的結果。',
  'notification.unknown': '此通知不存在。',
  'notification.not_asked': '此通知無需確認。',
  'contact.unknown': '此聯繫紀錄不存在，或您無權檢視。',
};
