import type { clockErrors as english } from '../en/errors-clock.ts';
import type { Translation } from '../words.ts';

export const clockErrors: Translation<typeof english> = {
  'commitment.ended': '此承诺已有结论。',
  'commitment.already_late': '已经超时。',
  'commitment.already_paused': '已经暂停。',
  'commitment.not_paused': '目前没有暂停。',
  'commitment.moment_promised': '承诺的是固定时间，不能变动。',
  'commitment.no_verdict': '尚无可更正的结论。',
  'commitment.verdict_stands': '结论已是如此。',
  'commitment.nothing_to_acknowledge': '没有待确认的提醒。',
  'commitment.pause_without_length': '请填写暂停期限。',
  'pause.reason_unknown': '请选择原因。',
  'pause.too_long': '此原因不允许暂停这么久。',
  'duration.malformed': '时长填写有误。',
  'duration.too_long': '时限最长十年。',
  'happened.in_future': '发生时间不能在将来。',
  'happened.too_early': '发生时间不能早于 {notBefore}。',
  'calendar.date_malformed': '{date} 不是有效日期。',
  'calendar.date_twice': '{date} 重复。',
  'calendar.exception_unnamed': '请为 {date} 填写名称。',
  'calendar.never_opens': '此日历没有任何工作时间。',
  'calendar.span_malformed': '{from} 至 {to} 不是有效时段。',
  'calendar.spans_overlap': '同一天的时段重叠。',
  'calendar.zone_unknown': '{zone} 不是有效时区。',
};
