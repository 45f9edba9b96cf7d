import type { pack as english } from '../en/pack.ts';
import type { Translation } from '../words.ts';

export const pack: Translation<typeof english> = {
  none: '行业包中没有新内容',
  none_why: '本中心已包含行业包的全部内容。新版本带来的内容会列在这里，由您决定是否采用。',
  new: '行业包新增内容',
  new_why: '以下内容行业包已有而本中心没有。任何内容都不会自动生效：请逐项采用或不采用。',
  declined: '已决定不采用',
  declined_by: '{who}于 {at} 决定不采用：{why}',
  needs: '暂不能采用：{why}',
  content: '查看内容',
  take: '采用“{name}”',
  take_why: '采用后成为本中心的第 1 版，之后可照常修改或停用。',
  taken: '已采用“{name}”。',
  decline: '不采用“{name}”',
  decline_why: '该项会保留在下方列表中，以后仍可采用。',
  declined_done: '已决定不采用“{name}”。',
  part_calendars: '工作日历',
  part_departments: '部门',
  part_posts: '岗位',
  part_kinds: '类型',
  part_spot_checks: '抽查计划',
  part_rounds: '检查表',
  part_offerings: '服务项目',
  part_canned: '前台快捷登记',
  part_phrases: '常用语',
  part_reports: '上报报告',
};
