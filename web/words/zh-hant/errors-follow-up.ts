import type { followUpErrors as english } from '../en/errors-follow-up.ts';
import type { Translation } from '../words.ts';

export const followUpErrors: Translation<typeof english> = {
  'return_visit.unknown': '沒有這筆回訪紀錄，或您無權檢視。',
  'return_visit.ended': '這次回訪已經結束。',
  'return_visit.no_exception': '此客戶必須回訪，不得免訪。',
  'return_visit.not_made': '尚未完成回訪，沒有可簽署的回訪單。',
  'return_visit.already_signed': '回訪單已經簽署。',
  'return_visit.no_fault': '這次回訪沒有發現問題。',
  'return_visit.fault_department_missing': '請選擇由哪個部門改善。',
  'return_visit.result_missing': '客戶提出了意見，請填寫答覆客戶的結果。',
  'notice.unknown': '沒有這份改善通知，或您無權檢視。',
  'notice.withdrawn': '{number} 號改善通知已撤回。',
  'notice.verified': '{number} 號改善通知已複查合格並結案。',
  'notice.already_received': '已經簽收。',
  'notice.already_replied': '已經回覆，正等待複查。',
  'notice.not_replied': '部門尚未回覆。',
  'notice.own_reply': '您回覆的內容須由他人複查。',
  'notice.reason_missing': '請填寫不合格的原因。',
  'notice.department_missing': '請選擇通知發給哪個部門。',
  'notice.deadline_in_past': '期限須晚於現在。',
  'notice.not_late': '這項承諾並未逾期。',
  'notice.already_issued': '已就此發出 {number} 號改善通知。',
  'notification.unknown': '這則訊息已不存在。',
  'notification.not_asked': '這則訊息無需確認。',
  'ruling.withdrawn': '該請示已撤回，承諾實際已如期履行。',
};
