import type { qualityErrors as english } from '../en/errors-quality.ts';
import type { Translation } from '../words.ts';

export const qualityErrors: Translation<typeof english> = {
  'spot_check.unknown': '此抽查不存在，或您無權檢視。',
  'spot_check.item_unknown': '此抽查紀錄不存在。',
  'spot_check.plan_unknown': '此抽查計畫不存在。',
  'spot_check.not_drawn': '週期未結束，尚未抽取。',
  'spot_check.completed': '此抽查已完成。',
  'spot_check.not_yours': '須由負責該抽查的職位檢查。',
  'spot_check.items_open': '還有 {count} 筆紀錄沒有結果。',
  'spot_check.item_looked_at': '第 {no} 筆已查過。',
  'spot_check.line_unknown': '沒有這個檢查項目，或重複填寫。',
  'spot_check.line_missing': '每個檢查項目都須有結果。',
  'spot_check.finding_missing': '請寫明缺失情形及處理方式。',
  'spot_check.kinds_misplaced': '僅抽查已結案事項時可限定類型。',
  'spot_check.other_key': '提交的計畫與位址不符。',
};
