import type { qualityErrors as english } from '../en/errors-quality.ts';
import type { Translation } from '../words.ts';

export const qualityErrors: Translation<typeof english> = {
  'spot_check.unknown': '此抽查不存在，或者您无权查看。',
  'spot_check.item_unknown': '此抽查记录不存在。',
  'spot_check.plan_unknown': '此抽查计划不存在。',
  'spot_check.not_drawn': '周期未结束，尚未抽取。',
  'spot_check.completed': '此抽查已完成。',
  'spot_check.not_yours': '须由负责该抽查的岗位检查。',
  'spot_check.items_open': '还有 {count} 条记录没有结果。',
  'spot_check.item_looked_at': '第 {no} 条已查过。',
  'spot_check.line_unknown': '没有这个检查项，或重复填写。',
  'spot_check.line_missing': '每个检查项都须有结果。',
  'spot_check.finding_missing': '请写明存在的问题及处理方式。',
  'spot_check.kinds_misplaced': '仅抽查已结单事项时可限定类型。',
  'spot_check.other_key': '提交的计划与地址不符。',
};
