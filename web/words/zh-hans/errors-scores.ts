import type { scoreErrors as english } from '../en/errors-scores.ts';
import type { Translation } from '../words.ts';

export const scoreErrors: Translation<typeof english> = {
  'scorecard.unknown': '此评分表不存在或未启用。',
  'scorecard.twice': '有两张评分表的代码同为 {key}。',
  'scorecard.line_twice': '评分表有两项的代码同为 {key}。',
  'scorecard.nothing_passes': '合格分高于最高分。',
  'scorecard.full': '评分表最多 {most} 张。',
  'quality_review.unknown': '此评分不存在，或者您无权查看。',
  'quality_review.own': '不能给自己评分。',
  'quality_review.line_unknown': '评分表没有这一项，或重复填写。',
  'quality_review.line_missing': '评分表每一项都须评分。',
  'quality_review.off_scale': '最高分为 {best}。',
  'quality_review.remark_missing': '不合格项须写明存在的问题。',
  'quality_review.mend_by_missing': '请填写不合格项的整改期限。',
  'quality_review.contact_missing': '请指明评哪一次接待。',
  'quality_review.ticket_missing': '请指明评哪一件投诉。',
  'quality_review.no_complaint': '此单不是投诉。',
  'quality_review.person_missing': '请指明被评人。',
  'quality_review.period_missing': '请填写评分的起止日期，开始不晚于结束。',
  'error_log.sort_unknown': '没有这个差错类别。',
  'milestone.twice': '节点 {key} 重复。',
  'milestone.place_unknown': '无法填入“{place}”。',
};
