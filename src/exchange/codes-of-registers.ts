import { CHANNELS } from './codes.ts';
import { words } from './list-out.ts';

/** What codes of the registers of quality, of the day and of particular matters are called, as the screens call them. */

export const CHECK_STATES = {
  running: words('Period not over', '周期未结束', '週期未結束'),
  to_check: words('To be checked', '待抽查', '待抽查'),
  completed: words('Completed', '已完成', '已完成'),
};

export const IMPROVEMENT_SORTS = {
  corrective: words('Corrective', '纠正措施', '矯正措施'),
  preventive: words('Preventive', '预防措施', '預防措施'),
  both: words('Corrective and preventive', '纠正并预防', '矯正並預防'),
};

export const IMPROVEMENT_STATES = {
  to_plan: words('Measures are owed', '待制定措施', '待訂定措施'),
  running: words('Under way', '落实中', '落實中'),
  to_check: words('Carried out, to be checked', '已落实，待验证', '已落實，待驗證'),
  closed: words('Closed: it worked', '已关闭（有效）', '已關閉（有效）'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
};

export const CAUSES = {
  people: words('People', '人员', '人員'),
  method: words('Method and rules', '方法与制度', '方法與制度'),
  material: words('Material', '物料', '物料'),
  equipment: words('Equipment', '设备', '設備'),
  environment: words('Environment', '环境', '環境'),
  management: words('Management', '管理', '管理'),
  outside: words('External', '外部因素', '外部因素'),
};

export const FEEDBACK_SORTS = {
  complaint: words('Complaints', '投诉反馈', '投訴回饋'),
  opinion: words('Opinion', '业户意见', '住戶意見'),
};

export const ROUND_STATES = {
  ahead: words('Comes next', '未到时间', '未到時間'),
  open: words('To be done', '待检查', '待檢查'),
  late: words('Late', '已逾期', '已逾期'),
  kept: words('Done in time', '按时完成', '按時完成'),
  missed: words('Done late', '逾期完成', '逾期完成'),
};

export const DISTURBANCE_SORTS = {
  quarrel: words('Quarrel', '争吵', '爭吵'),
  noise: words('Noise', '喧哗', '喧嘩'),
  crowd: words('Crowd or queue out of hand', '拥挤混乱', '擁擠混亂'),
  intrusion: words('Intrusion or soliciting', '闯入、推销', '闖入、推銷'),
  damage: words('Damage', '损坏物品', '損壞物品'),
  other: words('Other', '其他', '其他'),
};

export const PLAN_SORTS = {
  plan: words('Work plan', '工作计划', '工作計畫'),
  order: words('Order', '工作指令', '工作指令'),
  reception: words('External reception', '对外接待', '對外接待'),
  department: words('Department work plan', '部门工作计划', '部門工作計畫'),
};

export const ITEM_STATES = {
  given: words('Not read', '未阅', '未閱'),
  read: words('Read', '已阅', '已閱'),
  in_progress: words('In progress', '进行中', '進行中'),
  done: words('Done, to be checked', '已完成待检查', '已完成待檢查'),
  passed: words('Checked', '检查通过', '檢查通過'),
  sent_back: words('Sent back', '已退回', '已退回'),
};

export const DISPUTE_OUTCOMES = {
  agreement: words('Agreement', '达成协议', '達成協議'),
  referral: words('Referred', '已移交', '已移交'),
};

export const PROPOSAL_STATES = {
  received: words('Received', '已收集', '已收集'),
  reviewed: words('Reviewed', '已审核', '已審核'),
  evaluated: words('Evaluated', '已评估', '已評估'),
  carrying_out: words('Being carried out', '实施中', '實施中'),
  carried_out: words('Carried out', '已实施', '已實施'),
  declined: words('Not carried out', '未实施', '未實施'),
};

export const BECAME = {
  adopted: words('Adopted', '采纳', '採納'),
  partly: words('Adopted in part', '部分采纳', '部分採納'),
  later: words('Kept for later', '暂缓', '暫緩'),
  declined: words('Not adopted', '不采纳', '不採納'),
};

export const WAYS_TO_LOOK = {
  customer: words('On the customer’s page', '客户页', '客戶頁'),
  ticket: words('On a ticket', '单页', '單頁'),
  desk: words('As the customer called', '来电时', '來電時'),
  found: words('By a search', '查找', '查找'),
};

export const CLOSED_BECAUSE = {
  answered: words('Answered', '已答复', '已答覆'),
  needs_none: words('Needs no answer', '无需答复', '無須答覆'),
  spam: words('Spam', '垃圾邮件', '垃圾郵件'),
};

export const ARTICLE_SORTS = {
  guide: words('Guide', '指引', '指引'),
  product: words('Product sheet', '产品资料', '產品資料'),
  policy: words('Policy or law', '政策法规', '政策法規'),
  rules: words('House rules', '规章制度', '規章制度'),
  process: words('Standard process', '标准流程', '標準流程'),
  work_guide: words('Work guide', '办事指南', '辦事指南'),
  service: words('Service item', '服务事项', '服務事項'),
  experience: words('Experience note', '经验笔记', '經驗筆記'),
};

export const AUDIENCES = {
  staff: words('Staff', '员工', '員工'),
  public: words('Staff and customers', '员工与客户', '員工與客戶'),
};

export const DECLINED_STATES = {
  open: words('To be reviewed', '待复核', '待複核'),
  confirmed: words('Rightly declined', '婉拒得当', '婉拒得當'),
  sent_back: words('Sent back', '退回重办', '退回重辦'),
  lapsed: words('Opened again before', '复核前已重开', '複核前已重新開啟'),
};

export const STANDINGS = {
  done: words('Done', '已完成', '已完成'),
  open: words('Not yet', '未完成', '未完成'),
  late: words('Late', '逾期未完成', '逾期未完成'),
};

export const REVIEW_VERDICTS = {
  open: words('Owed', '待复核', '待複核'),
  late: words('Late', '已逾期', '已逾期'),
  kept: words('Kept', '按时完成', '按時完成'),
  missed: words('Done late', '逾期完成', '逾期完成'),
};

export const DECISIONS = {
  adopted: words('Adopted', '采纳', '採納'),
  partly: words('Adopted in part', '部分采纳', '部分採納'),
  declined: words('Declined', '不采纳', '不採納'),
};

export const OUTREACH_STATES = {
  going: words('Going', '进行中', '進行中'),
  stopped: words('Stopped', '已停止', '已停止'),
  done: words('Done', '已完成', '已完成'),
};

export const OUTREACH_CONTACT_STATES = {
  waiting: words('Waits its turn', '待处理', '待處理'),
  written: words('Written to', '已发送', '已發送'),
  to_call: words('To be called', '待致电', '待致電'),
  called: words('Called', '已致电', '已致電'),
  not_reached: words('Not reached', '未联系上', '未聯絡上'),
  declined: words('Wants nothing', '不愿打扰', '不願打擾'),
  no_way: words('No way known', '无联系方式', '無聯絡方式'),
};

/** As contacts tell them, and as a message tells them before it went. */
export const WAYS_OUT = { ...CHANNELS, mail: CHANNELS.email, wecom: CHANNELS.wechat, connector: CHANNELS.other };

export const RECEIPT_STATES = {
  chosen: words('Not approved yet', '待批准', '待審批'),
  waiting: words('Waits its turn', '待发送', '待發送'),
  to_deliver: words('To be given by hand', '待送达', '待送達'),
  delivered: words('Given, has not said', '已送达，待确认', '已送達，待確認'),
  known: words('Knows', '已确认知晓', '已確認知曉'),
  not_reached: words('Called on in vain', '未联系上', '未聯絡上'),
};

export const DELIVERED_BY = {
  message: words('In writing', '消息', '訊息'),
  hand: words('By hand', '当面', '當面'),
  letter_box: words('Letter box', '信报箱', '信箱'),
  phone: words('Telephone', '电话', '電話'),
};

export const KNOWN_BY = {
  page: words('On its page', '客户页面', '客戶頁面'),
  phone: words('Telephone', '电话', '電話'),
  signature: words('Signature', '签字', '簽名'),
};
