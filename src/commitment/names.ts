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
  survey_plan: { en: 'Plan the survey', 'zh-hans': '制定意见征询方案', 'zh-hant': '擬訂意見調查方案' },
  survey_confirm: { en: 'Confirm the survey plan', 'zh-hans': '审核意见征询方案', 'zh-hant': '審核意見調查方案' },
  survey_issue: { en: 'Hand out the survey', 'zh-hans': '发放意见征询表', 'zh-hant': '派發意見調查表' },
  survey_recover: { en: 'Collect the survey', 'zh-hans': '回收意见征询表', 'zh-hant': '收回意見調查表' },
  survey_summary: { en: 'Submit the survey', 'zh-hans': '上报意见征询汇总', 'zh-hant': '上報意見調查彙總' },
  survey_originals: { en: 'Send the originals back', 'zh-hans': '退回评议表原件', 'zh-hant': '退回意見表正本' },
  survey_measure: { en: 'Measure against a cause', 'zh-hans': '落实对策措施', 'zh-hant': '落實對策措施' },
  mediation: { en: 'Next mediation meeting', 'zh-hans': '下次调解', 'zh-hant': '下次調解' },
  agreement_check: {
    en: 'Look whether the agreement holds',
    'zh-hans': '回访协议履行情况',
    'zh-hant': '回訪協議履行情況',
  },
  round: { en: 'Checklist', 'zh-hans': '日常检查', 'zh-hant': '日常檢查' },
  hand_over_shift: { en: 'Hand the shift over', 'zh-hans': '交班', 'zh-hant': '交班' },
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
  approve_material_plan: { en: 'Approve the material plan', 'zh-hans': '审批物料计划', 'zh-hant': '審批物料計畫' },
  revise_material_plan: { en: 'Revise the material plan', 'zh-hans': '修改物料计划', 'zh-hant': '修改物料計畫' },
  approve_material_request: {
    en: 'Decide on the request for material',
    'zh-hans': '审批物料申请',
    'zh-hant': '審批物料申請',
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
  hold_training: { en: 'Hold the training session', 'zh-hans': '组织培训', 'zh-hant': '舉辦培訓' },
  attend_training: { en: 'Attend training', 'zh-hans': '参加培训', 'zh-hant': '參加培訓' },
  training_path: { en: 'Complete the pre-job training', 'zh-hans': '完成上岗培训', 'zh-hant': '完成上崗培訓' },
  plan_training: { en: 'Plan training for the gap', 'zh-hans': '安排补强培训', 'zh-hant': '安排加強培訓' },
  decide_amendment: { en: 'Decide on the amendment', 'zh-hans': '答复修订建议', 'zh-hant': '答覆修訂建議' },
  revise_article: { en: 'Write the version agreed on', 'zh-hans': '修订并发布新版本', 'zh-hant': '修訂並發布新版本' },
  review_declined: { en: 'Review the refusal', 'zh-hans': '复核婉拒的请求', 'zh-hant': '複核婉拒的請求' },
  restore_order: { en: 'Restore order', 'zh-hans': '恢复现场秩序', 'zh-hant': '恢復現場秩序' },
  department_answer: {
    en: 'Say what becomes of the suggestion',
    'zh-hans': '答复建议处理意见',
    'zh-hant': '答覆建議處理意見',
  },
  carry_out: { en: 'Carry out the proposal', 'zh-hans': '实施提案', 'zh-hant': '實施提案' },
  custody_back: { en: 'Get it back', 'zh-hans': '催还', 'zh-hant': '催還' },
  custody_renew: { en: 'Renew or recover the pass', 'zh-hans': '证件到期续办或收回', 'zh-hant': '證件到期續辦或收回' },
  custody_count: { en: 'Count', 'zh-hans': '盘点', 'zh-hant': '盤點' },
  custody_settle: { en: 'Settle the differences of the count', 'zh-hans': '处理盘点差异', 'zh-hant': '處理盤點差異' },
  receive_visitor: { en: 'Receive the visitor', 'zh-hans': '接待来访人', 'zh-hant': '接待訪客' },
  assess_member: { en: 'Assess a member of staff', 'zh-hans': '员工考核', 'zh-hant': '員工考核' },
  decide_staff_move: {
    en: 'Decide on the staff proposal',
    'zh-hans': '审批人事任免建议',
    'zh-hant': '審批人事任免建議',
  },
  charge_due: { en: 'Due day of a bill', 'zh-hans': '账单到期', 'zh-hant': '帳單到期' },
  charge_tell: { en: 'Hand over the bills', 'zh-hans': '送达缴费通知', 'zh-hant': '送達繳費通知' },
  dunning_step: { en: 'Next step of dunning', 'zh-hans': '催缴跟进', 'zh-hant': '催繳跟進' },
  charge_delivery: { en: 'Deliver the money to finance', 'zh-hans': '上交收款', 'zh-hant': '上繳收款' },
  confirm_delivery: { en: 'Confirm the money received', 'zh-hans': '确认收到款项', 'zh-hant': '確認收到款項' },
  contact_assigned: {
    en: 'First contact with the customer given',
    'zh-hans': '首次联系分配客户',
    'zh-hant': '首次聯絡獲派客戶',
  },
  contact_regular: { en: 'Regular contact with the customer', 'zh-hans': '定期联系客户', 'zh-hant': '定期聯絡客戶' },
  tend_archive: { en: 'Look after the customer’s archive', 'zh-hans': '整理客户档案', 'zh-hant': '整理客戶檔案' },
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
  hold_meeting: { en: 'Hold the regular meeting', 'zh-hans': '召开例会', 'zh-hant': '召開例會' },
  sign_minutes: { en: 'Sign the record of the meeting', 'zh-hans': '签署会议记录', 'zh-hant': '簽署會議紀錄' },
  review_document: { en: 'Review the document', 'zh-hans': '审核文件', 'zh-hant': '審核文件' },
  answer_letter: { en: 'Answer the letter and file both', 'zh-hans': '函件答复归档', 'zh-hant': '函件回覆歸檔' },
  return_paper: { en: 'Return the paper lent', 'zh-hans': '归还借阅文件', 'zh-hant': '歸還借閱文件' },
  liaison_step: { en: 'Next step with the body', 'zh-hans': '外联下一步', 'zh-hant': '對外聯繫下一步' },
  keep_contact: { en: 'Keep in touch', 'zh-hans': '定期联系', 'zh-hant': '定期聯繫' },
  check_contractor: { en: 'Check the contractor', 'zh-hans': '检查承包商', 'zh-hant': '檢查承包商' },
  contractor_improvement: {
    en: 'Look whether the contractor mended it',
    'zh-hans': '复查承包商整改',
    'zh-hant': '複查承包商改善情況',
  },
  take_dispatch: { en: 'Say that you have the order', 'zh-hans': '确认接到调度', 'zh-hant': '確認接到調度' },
  carry_out_dispatch: { en: 'Carry out the order', 'zh-hans': '完成调度任务', 'zh-hant': '完成調度任務' },
  fill_gap: { en: 'Fill the gap in the rota', 'zh-hans': '补齐排班空档', 'zh-hant': '補齊排班空檔' },
  be_at_shift: { en: 'Be at your shift', 'zh-hans': '按时到岗', 'zh-hant': '準時到班' },
  work_diary: { en: 'Work diary of the day', 'zh-hans': '填写工作日记', 'zh-hant': '填寫工作日誌' },
  make_wages: { en: 'Close the month’s wage table', 'zh-hans': '编制工资表', 'zh-hant': '編製薪資表' },
  decide_leave: { en: 'Decide on leave', 'zh-hans': '审批请假', 'zh-hant': '簽核請假' },
  review_attendance: { en: 'Review the month’s attendance', 'zh-hans': '审核月度考勤', 'zh-hant': '審核當月出勤' },
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
