import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { approvalClock } from '../pack/approval-shape.ts';
import type { Reading } from '../pack/kinds.ts';
import { currentKinds } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import { reportClock } from '../summary/periods.ts';
import { houseFact } from '../platform/house-facts.ts';

/** What is owed, for the promises that the core itself makes; a pack names its own. */
const OWN: Record<string, Words> = {
  promise: { en: 'Promised reply', 'zh-hans': '承诺答复', 'zh-hant': '承諾回覆' },
  accept_handover: { en: 'Accept the hand-over', 'zh-hans': '接收移交', 'zh-hant': '接收交辦' },
  ruling: { en: 'Give a ruling', 'zh-hans': '作出裁决', 'zh-hant': '作出裁示' },
  work_accept: { en: 'Accept the work order', 'zh-hans': '接单', 'zh-hant': '接單' },
  work_arrive: { en: 'Arrive on site', 'zh-hans': '到场', 'zh-hant': '到達現場' },
  work_complete: { en: 'Finish the work', 'zh-hans': '完工', 'zh-hant': '完成施工' },
  return_visit: { en: 'Return visit', 'zh-hans': '回访', 'zh-hant': '回訪' },
  sign_visit: { en: 'Sign the return-visit slip', 'zh-hans': '签署回访单', 'zh-hant': '簽署回訪單' },
  notice_after_visit: { en: 'Issue the rectification notice', 'zh-hans': '下发整改通知', 'zh-hant': '發出改善通知' },
  accept_notice: { en: 'Sign for the notice', 'zh-hans': '签收整改通知', 'zh-hant': '簽收改善通知' },
  reply_notice: { en: 'Rectify and reply', 'zh-hans': '整改并回复', 'zh-hant': '改善並回覆' },
  verify_notice: { en: 'Verify the rectification', 'zh-hans': '复查整改结果', 'zh-hant': '複查改善結果' },
  reminder: { en: 'Reminder', 'zh-hans': '跟进提醒', 'zh-hant': '跟進提醒' },
  answer_urging: { en: 'Answer the urging', 'zh-hans': '回应催办', 'zh-hant': '回應催辦' },
  daily_record: { en: 'Daily record of problems', 'zh-hans': '每日问题记录', 'zh-hant': '每日問題紀錄' },
  acknowledge_daily_record: {
    en: 'Acknowledge the daily record',
    'zh-hans': '签收每日问题记录',
    'zh-hant': '簽收每日問題紀錄',
  },
  weekly_summary: { en: 'Weekly summary of complaints', 'zh-hans': '投诉周汇总', 'zh-hant': '投訴週報' },
  monthly_report: {
    en: 'Monthly report of special situations',
    'zh-hans': '特殊客户情况月报',
    'zh-hant': '特殊客戶情況月報',
  },
  reply_feedback: { en: 'Reply to the complaints fed back', 'zh-hans': '回复投诉反馈', 'zh-hant': '回覆投訴回饋' },
  acknowledge_opinion: {
    en: "Acknowledge the occupier's opinion",
    'zh-hans': '签阅业户意见',
    'zh-hant': '簽閱住戶意見',
  },
  acknowledge_improvement: {
    en: 'Acknowledge the corrective action',
    'zh-hans': '签收纠正预防措施',
    'zh-hant': '簽收矯正預防措施',
  },
  plan_measures: { en: 'Set other measures', 'zh-hans': '重新制定措施', 'zh-hant': '重新訂定措施' },
  measure: { en: 'Carry out the measure', 'zh-hans': '落实措施', 'zh-hant': '落實措施' },
  check_improvement: { en: 'Check whether it worked', 'zh-hans': '验证措施效果', 'zh-hant': '驗證措施成效' },
  spot_check: { en: 'Spot check', 'zh-hans': '抽查', 'zh-hant': '抽查' },
  mediation: { en: 'Next mediation meeting', 'zh-hans': '下次调解', 'zh-hant': '下次調解' },
  agreement_check: {
    en: 'Look whether the agreement holds',
    'zh-hans': '回访协议履行情况',
    'zh-hant': '回訪協議履行情況',
  },
  round: { en: 'Checklist', 'zh-hans': '日常检查', 'zh-hant': '日常檢查' },
  accept_shift: { en: 'Accept the shift', 'zh-hans': '接班确认', 'zh-hant': '接班確認' },
  token_review: { en: 'Review of personal tokens', 'zh-hans': '个人访问令牌清查', 'zh-hant': '個人存取權杖清查' },
  weekly_service_report: { en: 'Weekly service report', 'zh-hans': '服务周报', 'zh-hant': '服務週報' },
  monthly_service_report: { en: 'Monthly service report', 'zh-hans': '服务月报', 'zh-hant': '服務月報' },
  draw_up_budget: { en: 'Draw up the monthly budget', 'zh-hans': '编制月度预算', 'zh-hant': '編製月度預算' },
  revise_budget: { en: 'Revise the budget', 'zh-hans': '修改预算', 'zh-hant': '修改預算' },
  approve_budget: { en: 'Approve the budget', 'zh-hans': '审批预算', 'zh-hant': '審批預算' },
  approve_expense: {
    en: 'Approve the expense beyond budget',
    'zh-hans': '审批超预算支出',
    'zh-hant': '審批超預算支出',
  },
  supply_accounts: { en: 'Supply income and expenditure', 'zh-hans': '提供收支数据', 'zh-hant': '提供收支資料' },
  revise_accounts: { en: 'Put income and expenditure right', 'zh-hans': '更正收支数据', 'zh-hant': '更正收支資料' },
  approve_accounts: {
    en: 'Approve and publish the accounts',
    'zh-hans': '审批并公布收支',
    'zh-hant': '審批並公佈收支',
  },
  work_item: { en: 'Item of the day plan', 'zh-hans': '工作安排事项', 'zh-hant': '工作安排事項' },
  report_plan: { en: 'Report back on the plan', 'zh-hans': '回报计划完成情况', 'zh-hant': '回報計畫完成情況' },
  confirm_duties: { en: 'Confirm the duties of the post', 'zh-hans': '确认岗位职责', 'zh-hant': '確認崗位職責' },
  review_article: { en: 'Review the article', 'zh-hans': '复核知识文章', 'zh-hant': '複核知識文章' },
  confirm_reading: { en: 'Confirm that you read it', 'zh-hans': '确认已阅读', 'zh-hant': '確認已閱讀' },
  confirm_standard: {
    en: 'Confirm the standard for the department',
    'zh-hans': '部门确认服务标准',
    'zh-hant': '部門確認服務標準',
  },
  decide_amendment: { en: 'Decide on the amendment', 'zh-hans': '答复修订建议', 'zh-hant': '答覆修訂建議' },
  review_declined: { en: 'Review the refusal', 'zh-hans': '复核婉拒的请求', 'zh-hant': '複核婉拒的請求' },
  restore_order: { en: 'Restore order', 'zh-hans': '恢复现场秩序', 'zh-hant': '恢復現場秩序' },
  department_answer: {
    en: 'Say what becomes of the suggestion',
    'zh-hans': '答复建议处理意见',
    'zh-hant': '答覆建議處理意見',
  },
  carry_out: { en: 'Carry out the proposal', 'zh-hans': '实施提案', 'zh-hant': '實施提案' },
  receive_visitor: { en: 'Receive the visitor', 'zh-hans': '接待来访人', 'zh-hant': '接待訪客' },
  care_call: { en: 'Call the customer', 'zh-hans': '致电客户', 'zh-hant': '致電客戶' },
  notice_delivery: {
    en: 'Hand the notice to the household',
    'zh-hans': '送达告知',
    'zh-hant': '送達告知',
  },
  notice_call: {
    en: 'Call on the household about the notice',
    'zh-hans': '上门或致电确认告知',
    'zh-hant': '上門或致電確認告知',
  },
  call_back: { en: 'Call back', 'zh-hans': '回电', 'zh-hant': '回電' },
  write_up_call: { en: 'Write down what the call was about', 'zh-hans': '补记通话内容', 'zh-hant': '補記通話內容' },
  fill_gap: { en: 'Fill the gap in the rota', 'zh-hans': '补齐排班空档', 'zh-hant': '補齊排班空檔' },
  answer_message: { en: 'Answer the message', 'zh-hans': '答复来信', 'zh-hant': '答覆來信' },
  target: { en: 'Target of the imported request', 'zh-hans': '导入工单的目标时限', 'zh-hant': '匯入工單的目標時限' },
};

export type NameOf = (kind: string) => Words;

/** The words for a commitment's kind: the pack's where it has any, else the core's own. */
export const commitmentNames = houseFact(async (reading: Reading): Promise<NameOf> => {
  const names = new Map(Object.entries(OWN));
  for (const { kind } of await currentKinds(reading)) {
    for (const rule of kind.commitments) names.set(rule.kind, rule.name);
    for (const approval of kind.approvals ?? []) names.set(approvalClock(approval.key), approval.name);
  }
  for (const report of (await settingsOf(reading)).reports ?? []) names.set(reportClock(report.key), report.name);
  return (kind) => names.get(kind) ?? untranslated(kind);
});

/** The words for a declared reason to pause. */
export const pauseNames = houseFact(async (reading: Reading): Promise<NameOf> => {
  const { pauses } = await settingsOf(reading);
  const names = new Map(pauses.map((pause) => [pause.key, pause.name]));
  return (reason) => names.get(reason) ?? untranslated(reason);
});
