import type { Translation } from '../words.ts';
import type { declined as English } from '../en/declined.ts';

/** Requests that were declined, and whether rightly. */
export const declined: Translation<typeof English> = {
  title: '婉拒',
  review: '复核婉拒',
  verdict: '复核结论',
  verdict_confirmed: '婉拒得当',
  verdict_sent_back: '退回重办',
  words: '复核意见',
  words_why: '退回后事项重新开启，负责人会看到此意见。',
  asked_of: '待 {name} 复核，期限',
  late_for: '逾期未复核：{name}，期限',
  asks_nobody: '没有上级可复核。',
  none: '没有婉拒的请求',
  none_why: '以“婉拒”结束的请求连同理由列在这里，由上级复核是否得当。',
  matter: '事项',
  reason: '理由',
  by: '婉拒人',
  at: '婉拒时间',
  reviewer: '复核人',
  due: '期限或复核时间',
  late: '逾期未复核',
  state_open: '待复核',
  state_reviewed: '已复核',
  state_confirmed: '婉拒得当',
  state_sent_back: '退回重办',
  state_lapsed: '复核前已重开',
};
