import { words } from './list-out.ts';

/** What codes of contractors and of orders in an emergency are called, as the screens call them. */

export const POINT_VERDICTS = {
  pass: words('Pass', '合格', '合格'),
  fail: words('Not conform', '不合格', '不合格'),
};

export const CHECK_STATES = {
  to_come: words('To come', '未到周期', '未到週期'),
  open: words('To be checked', '待检查', '待檢查'),
  kept: words('Checked in time', '按期检查', '按期檢查'),
  kept_late: words('Made up late', '逾期补查', '逾期補查'),
  missed: words('Missed', '未检查', '未檢查'),
};

export const FAULT_STATES = {
  open: words('To be mended', '整改中', '改善中'),
  late: words('Overdue', '逾期未整改', '逾期未改善'),
  mended: words('Mended in time', '按期整改', '如期改善'),
  mended_late: words('Mended late', '逾期整改', '逾期改善'),
};

export const STANDINGS = {
  free: words('Free', '空闲', '空閒'),
  busy: words('Has work in hand', '在忙', '忙碌中'),
  online: words('On duty online', '线上值守', '線上值班'),
  not_here: words('Due, not here', '应到未到', '應到未到'),
  away: words('On leave', '请假', '請假'),
  off_duty: words('Off duty', '不在班', '未當班'),
};

export const DISPATCH_STATES = {
  given: words('Given, not taken', '已下达，待接令', '已下達，待接令'),
  taken: words('Taken', '已接令', '已接令'),
  done: words('Done', '已完成', '已完成'),
  declined: words('Declined', '无法执行', '無法執行'),
  recalled: words('Called back', '已撤回', '已撤回'),
};
