import { words } from './list-out.ts';

/** What codes of meetings, documents and liaison are called, as the screens call them. */

export const MEETING_STATES = {
  called: words('Called', '已通知', '已通知'),
  held: words('Record being written', '记录中', '記錄中'),
  closed: words('Signed', '已签署', '已簽署'),
  cancelled: words('Called off', '已取消', '已取消'),
};

export const DUE_STATES = {
  to_come: words('To come', '未到周期', '未到週期'),
  open: words('To be held', '待召开', '待召開'),
  held: words('Held', '按期召开', '按期召開'),
  held_late: words('Held late', '逾期补开', '逾期補開'),
  missed: words('Missed', '未召开', '未召開'),
};

export const MEETING_ITEM_SORTS = {
  problem: words('Problem', '问题', '問題'),
  improvement: words('Improvement', '改进建议', '改進建議'),
};

export const DOCUMENT_WAYS = {
  draft: words('Drafted here', '内部拟稿', '內部擬稿'),
  in: words('Letter in', '来函', '來函'),
  out: words('Letter out', '发函', '發函'),
  paper: words('Paper filed', '归档材料', '歸檔資料'),
};

export const DOCUMENT_STATES = {
  draft: words('Draft', '草稿', '草稿'),
  in_review: words('In review', '审核中', '審核中'),
  sent_back: words('Sent back', '已退回', '已退回'),
  approved: words('Final, to be filed', '已定稿，待归档', '已定稿，待歸檔'),
  open: words('Waits for its answer', '待答复', '待回覆'),
  received: words('To be filed', '待归档', '待歸檔'),
  filed: words('Filed', '已归档', '已歸檔'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
  destroyed: words('Destroyed', '已销毁', '已銷毀'),
};

export const DEALING_WAYS = {
  phone: words('Telephone', '电话', '電話'),
  visit: words('We went there', '上门走访', '前往拜訪'),
  received: words('They came', '对方来访', '對方來訪'),
  letter: words('Letter', '函件', '函件'),
  meeting: words('Meeting', '会议', '會議'),
  message: words('Message', '短信或网络消息', '簡訊或網路訊息'),
};
