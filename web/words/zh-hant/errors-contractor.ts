import type { contractorErrors as english } from '../en/errors-contractor.ts';
import type { Translation } from '../words.ts';

export const contractorErrors: Translation<typeof english> = {
  'contractor.unknown': '承包商不存在，或您無權檢視。',
  'contractor.service_unknown': '沒有這項服務，請從清單中選擇。',
  'contractor.service_not_done': '該承包商不承包此項服務，請另選。',
  'contractor.may_not_check': '此人無權檢查承包商，請選擇有權限的人員。',
  'contractor.ended': '已終止合作，不再檢查。',
  'contractor.faults_open': '還有未改善的項目，請先複查。',
  'contractor.fault_unknown': '該改善項不存在，或您無權檢視。',
  'contractor.mended_already': '該項已改善完成。',
  'contractor.points_missing': '還有 {missing} 項沒有結論。',
  'contractor.point_unknown': '沒有這一檢查項，或重複填寫。',
  'contractor.not_conform_missing': '請填寫不合格情形。',
  'contractor.improvement_missing': '請填寫改善要求。',
  'contractor.due_missing': '請填寫改善期限。',
  'contractor.nothing_to_improve': '合格項無須改善；請改為不合格，或不填改善內容。',
  'contractor.no_due': '已改善的無須再定期限，請不要填寫。',
  'dispatch.unknown': '該調度令不存在。',
  'dispatch.nowhere': '請填寫地點：選擇位置或文字說明。',
  'dispatch.not_free': '此人並非空閒。請另選空閒人員，或說明為何仍調度此人。',
  'dispatch.taken_already': '該調度令已接。',
  'dispatch.not_taken': '請先接令，再報完成。',
  'dispatch.ended': '該調度令已結束（完成、無法執行或撤回）。',
};
