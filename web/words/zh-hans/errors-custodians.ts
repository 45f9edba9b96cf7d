import type { custodianErrors as english } from '../en/errors-custodians.ts';
import type { Translation } from '../words.ts';

export const custodianErrors: Translation<typeof english> = {
  'customer_class.unknown': '没有这个客户分类。',
  'custodian.no_rules': '尚未指定可分管客户的岗位，请在机构设置中指定。',
  'custodian.no_specialist': '客户只能分配给专员，请选择担任该岗位的人员。',
  'custodian.contact_unknown': '没有这项应联系事项。',
  'custodian.contact_done': '本次联系已有记录。',
  'custodian.contact_dropped': '该客户已另行分配，不再需要本次联系。',
  'custodian.not_yours': '须由责任专员本人联系并记录。',
  'custodian.undone': '本次分配已撤销。',
  'custodian.moved_on': '期间有客户被另行分配，请重新生成方案。',
  'custodian.twice': '同一客户出现了两次。',
  'custodian.nobody_to_give_to': '没有可分配的专员，请先安排人员担任该岗位。',
  'custodian.distribution_unknown': '没有这条分配记录。',
  'customer_archive.no_rules': '尚未设定档案组成，请在机构设置中设定。',
  'customer_archive.unknown': '没有这份档案。',
  'customer_archive.part_unknown': '档案没有这个组成部分，请另选。',
  'customer_archive.entry_unknown': '这里没有这份材料。',
  'customer_archive.withdrawn': '该材料已撤出。',
};
