import { words } from './list-out.ts';

/** What codes of the rota and of leave are called, as the screens call them. */

export const PRESENCES = {
  on_site: words('On site', '到场', '到場'),
  online: words('Online', '在线', '線上'),
};

export const SHIFT_STATES = {
  ahead: words('Ahead', '未到时间', '未到時間'),
  not_here: words('Not here yet', '未到岗', '未到班'),
  here: words('Here', '在岗', '在班'),
  done: words('Done', '已下班', '已下班'),
  no_out: words('Did not sign out', '下班未打卡', '下班未打卡'),
  missing: words('Missing', '缺勤', '缺勤'),
  away: words('On leave', '休假', '休假'),
};

export const LEAVE_STATES = {
  asked: words('Asked', '待审批', '待簽核'),
  approved: words('Approved', '已批准', '已核准'),
  refused: words('Refused', '未批准', '未核准'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
};
