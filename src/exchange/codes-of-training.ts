import { words } from './list-out.ts';

/** What codes of training are called, as the screens call them. */

export const TRAINING_STATES = {
  planned: words('Planned', '已计划', '已計劃'),
  held: words('Held', '已举办', '已舉辦'),
  cancelled: words('Cancelled', '已取消', '已取消'),
  missed: words('Not held', '未按计划举办', '未按計劃舉辦'),
};

export const NEED_STATES = {
  valid: words('Valid', '有效', '有效'),
  soon: words('Runs out soon', '即将到期', '即將到期'),
  expired: words('Run out', '已过期', '已過期'),
  missing: words('Not yet', '尚未完成', '尚未完成'),
  overdue: words('Late', '逾期未完成', '逾期未完成'),
  gap: words('Level too low', '未达到要求等级', '未達到要求等級'),
};

export const NEED_SORTS = {
  course: words('Course', '课程', '課程'),
  process: words('Standard process', '标准流程', '標準流程'),
  skill: words('Skill', '技能', '技能'),
};

export const PATH_STATES = {
  walking: words('Under way', '进行中', '進行中'),
  late: words('Late', '逾期', '逾期'),
  complete: words('Complete', '已完成', '已完成'),
  ended: words('Ended', '已终止', '已終止'),
};
