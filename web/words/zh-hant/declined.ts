import type { Translation } from '../words.ts';
import type { declined as English } from '../en/declined.ts';

/** Requests that were declined, and whether rightly. */
export const declined: Translation<typeof English> = {
  title: '婉拒',
  review: '複核婉拒',
  verdict: '複核結論',
  verdict_confirmed: '婉拒得當',
  verdict_sent_back: '退回重辦',
  words: '複核意見',
  words_why: '退回後事項重新開啟，負責人會看到此意見。',
  asked_of: '待 {name} 複核，期限',
  late_for: '逾期未複核：{name}，期限',
  asks_nobody: '沒有上級可複核。',
  none: '沒有婉拒的請求',
  none_why: '以「婉拒」結束的請求連同理由列在這裡，由上級複核是否得當。',
  matter: '事項',
  reason: '理由',
  by: '婉拒人',
  at: '婉拒時間',
  reviewer: '複核人',
  due: '期限或複核時間',
  late: '逾期未複核',
  state_open: '待複核',
  state_reviewed: '已複核',
  state_confirmed: '婉拒得當',
  state_sent_back: '退回重辦',
  state_lapsed: '複核前已重新開啟',
};
