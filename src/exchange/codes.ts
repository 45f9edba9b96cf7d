import { words } from './list-out.ts';

/** What codes of lists are called, as the screens call them. */

export const CHANNELS = {
  phone: words('Phone', '来电', '來電'),
  counter: words('Counter', '前台', '櫃檯'),
  visit: words('Visit', '来访', '來訪'),
  letter: words('Letter', '来函', '來函'),
  complaint_line: words('Complaint line', '投诉热线', '投訴專線'),
  emergency_line: words('Emergency line', '应急热线', '緊急專線'),
  email: words('Mail', '邮件', '電郵'),
  wechat: words('WeChat', '微信', '微信'),
  chat: words('Chat', '在线咨询', '線上對話'),
  sms: words('Text message', '短信', '簡訊'),
  other: words('Other way', '其他渠道', '其他管道'),
};

export const DIRECTIONS = { in: words('In', '来', '來'), out: words('Out', '去', '去') };

export const PURPOSES = {
  consultation: words('Question', '咨询', '查詢'),
  visit: words('Visit', '来访', '來訪'),
  follow_up: words('Asks about an open matter', '询问进展', '詢問進度'),
  request: words('Request', '服务需求', '服務要求'),
  complaint: words('Complaint', '投诉', '投訴'),
  suggestion: words('Suggestion', '建议', '建議'),
  repair: words('Repair', '报修', '報修'),
  help: words('Help', '求助', '求助'),
  payment: words('Payment', '缴费', '繳費'),
  told_result: words('Told the result', '告知结果', '告知結果'),
  other: words('Something else', '其他', '其他'),
};

export const VISIT_ENDS = {
  settled: words('Settled at once', '当场办结', '當場解決'),
  matter: words('Became a matter', '转为事项办理', '轉為事項辦理'),
  sent_on: words('Sent on', '已引导他处', '已引導他處'),
  unserved: words('Left unserved', '未接待离开', '未受接待離開'),
};

export const URGENCIES = {
  normal: words('Normal', '一般', '一般'),
  urgent: words('Urgent', '紧急', '緊急'),
  emergency: words('Emergency', '特急', '特急'),
};

export const SEVERITIES = {
  ordinary: words('Ordinary', '一般', '一般'),
  major: words('Major', '重大', '重大'),
  grave: words('Grave', '特别重大', '特別重大'),
};

export const ORDER_STAGES = {
  issued: words('Issued', '已派工', '已派工'),
  accepted: words('Accepted', '已接单', '已接單'),
  on_the_way: words('On the way', '在途', '前往中'),
  arrived: words('On site', '已到场', '已到場'),
  no_access: words('Nobody opened', '无人应门', '無人應門'),
  done: words('Done', '已完工', '已完工'),
  refused: words('Refused', '已拒单', '已拒單'),
  cancelled: words('Taken back', '已撤单', '已收回'),
};

export const VISIT_STATES = {
  due: words('Due', '待回访', '待回訪'),
  made: words('Made', '已回访', '已回訪'),
  declined: words('Declined', '谢绝回访', '婉拒回訪'),
  unreachable: words('Not reached', '未联系上', '聯絡不上'),
  dropped: words('Dropped', '已取消', '已取消'),
};

export const NOTICE_STATES = {
  issued: words('Issued', '已发出', '已發出'),
  received: words('Signed for', '已签收', '已簽收'),
  replied: words('Answered', '已回复', '已回覆'),
  rejected: words('Not accepted', '退回整改', '退回改善'),
  verified: words('Verified', '复查合格', '複查合格'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
};

export const NOTICE_SOURCES = {
  late: words('Promise not kept', '承诺超时', '承諾逾時'),
  visit: words('Found at a return visit', '回访发现', '回訪發現'),
  supervision: words('Found by supervision', '督查发现', '督導發現'),
};

export const WAYS = {
  corrected_on_the_spot: words('Corrected on the spot', '当场纠正', '當場糾正'),
  reported_up: words('Reported to the superior', '上报上级', '陳報上級'),
  to_department: words('Notice to the department', '向部门发整改通知', '向部門開立改善通知'),
};

export const CUSTOMER_KINDS = {
  person: words('Person', '个人', '個人'),
  household: words('Household', '家庭', '家庭'),
  company: words('Company', '单位', '公司'),
};

export const RELATIONS = {
  owner: words('Owner', '业主', '業主'),
  resident: words('Resident', '住户', '住戶'),
  tenant: words('Tenant', '租户', '租戶'),
  user: words('User', '使用人', '使用人'),
};

export const PLACE_KINDS = {
  estate: words('Estate', '小区', '社區'),
  building: words('Building', '楼栋', '棟'),
  unit: words('Flat', '房屋', '單位'),
  public_area: words('Public area', '公共区域', '公共區域'),
  facility: words('Facility', '设施设备', '設施設備'),
};

export const CLOCK_STATES = {
  running: words('Running', '计时中', '計時中'),
  paused: words('Paused', '已暂停', '已暫停'),
  kept: words('Kept', '按时', '準時'),
  late: words('Late', '逾期', '逾期'),
  cancelled: words('Cancelled', '已取消', '已取消'),
};

export const SUMMARIES = {
  matters: words('Complaints and special situations', '投诉与特殊情况', '投訴與特殊情況'),
  service: words('Service report', '服务报告', '服務報告'),
};

export const PERIODS = {
  week: words('Week', '周', '週'),
  month: words('Month', '月', '月'),
  quarter: words('Quarter', '季度', '季度'),
  half_year: words('Half-year', '半年', '半年'),
  year: words('Year', '年', '年'),
};
