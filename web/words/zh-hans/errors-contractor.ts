import type { contractorErrors as english } from '../en/errors-contractor.ts';
import type { Translation } from '../words.ts';

export const contractorErrors: Translation<typeof english> = {
  'contractor.unknown': '承包商不存在，或您无权查看。',
  'contractor.service_unknown': '没有这项服务，请从列表中选择。',
  'contractor.service_not_done': '该承包商不承包此项服务，请另选。',
  'contractor.may_not_check': '此人无权检查承包商，请选择有权限的人员。',
  'contractor.ended': '已终止合作，不再检查。',
  'contractor.faults_open': '还有未整改的项目，请先复查。',
  'contractor.fault_unknown': '该整改项不存在，或您无权查看。',
  'contractor.mended_already': '该项已整改完成。',
  'contractor.points_missing': '还有 {missing} 项没有结论。',
  'contractor.point_unknown': '没有这一检查项，或重复填写。',
  'contractor.not_conform_missing': '请填写不合格情况。',
  'contractor.improvement_missing': '请填写整改要求。',
  'contractor.due_missing': '请填写整改期限。',
  'contractor.nothing_to_improve': '合格项无须整改；请改为不合格，或不填整改内容。',
  'contractor.no_due': '已整改的无须再定期限，请不要填写。',
  'dispatch.unknown': '该调度令不存在。',
  'dispatch.nowhere': '请填写地点：选择位置或文字说明。',
  'dispatch.not_free': '此人并非空闲。请另选空闲人员，或说明为何仍调度此人。',
  'dispatch.taken_already': '该调度令已接。',
  'dispatch.not_taken': '请先接令，再报完成。',
  'dispatch.ended': '该调度令已结束（完成、无法执行或撤回）。',
};
