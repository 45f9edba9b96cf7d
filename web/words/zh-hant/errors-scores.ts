import type { scoreErrors as english } from '../en/errors-scores.ts';
import type { Translation } from '../words.ts';

export const scoreErrors: Translation<typeof english> = {
  'scorecard.unknown': '此評分表不存在或未啟用。',
  'scorecard.twice': '有兩張評分表的代碼同為 {key}。',
  'scorecard.line_twice': '評分表有兩項的代碼同為 {key}。',
  'scorecard.nothing_passes': '合格分高於最高分。',
  'scorecard.full': '評分表最多 {most} 張。',
  'quality_review.unknown': '此評分不存在，或者您無權檢視。',
  'quality_review.own': '不能給自己評分。',
  'quality_review.line_unknown': '評分表沒有這一項，或重複填寫。',
  'quality_review.line_missing': '評分表每一項都須評分。',
  'quality_review.off_scale': '最高分為 {best}。',
  'quality_review.remark_missing': '不合格項須寫明存在的問題。',
  'quality_review.mend_by_missing': '請填寫不合格項的改善期限。',
  'quality_review.contact_missing': '請指明評哪一次接待。',
  'quality_review.ticket_missing': '請指明評哪一件投訴。',
  'quality_review.no_complaint': '此單不是投訴。',
  'quality_review.person_missing': '請指明受評人。',
  'quality_review.period_missing': '請填寫評分的起訖日期，開始不晚於結束。',
  'error_log.sort_unknown': '沒有這個差錯類別。',
  'milestone.twice': '節點 {key} 重複。',
  'milestone.place_unknown': '無法填入「{place}」。',
};
