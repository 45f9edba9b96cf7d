import type { clockErrors as english } from '../en/errors-clock.ts';
import type { Translation } from '../words.ts';

export const clockErrors: Translation<typeof english> = {
  'commitment.ended': '此承諾已有結論。',
  'commitment.already_late': '已經逾時。',
  'commitment.already_paused': '已經暫停。',
  'commitment.not_paused': '目前沒有暫停。',
  'commitment.moment_promised': '承諾的是固定時間，不能變動。',
  'commitment.no_verdict': '尚無可更正的結論。',
  'commitment.verdict_stands': '結論已是如此。',
  'commitment.nothing_to_acknowledge': '沒有待確認的提醒。',
  'commitment.pause_without_length': '請填寫暫停期限。',
  'pause.reason_unknown': '請選擇原因。',
  'pause.too_long': '此原因不允許暫停這麼久。',
  'duration.malformed': '時長填寫有誤。',
  'duration.too_long': '時限最長十年。',
  'happened.in_future': '發生時間不能在未來。',
  'happened.too_early': '發生時間不能早於 {notBefore}。',
  'calendar.date_malformed': '{date} 不是有效日期。',
  'calendar.date_twice': '{date} 重複。',
  'calendar.exception_unnamed': '請為 {date} 填寫名稱。',
  'calendar.never_opens': '此行事曆沒有任何工作時間。',
  'calendar.span_malformed': '{from} 至 {to} 不是有效時段。',
  'calendar.spans_overlap': '同一天的時段重疊。',
  'calendar.zone_unknown': '{zone} 不是有效時區。',
};
